import { mixAt } from './mix.ts'
import { isSame } from './versions/is-same.ts'
import type { RuleEdit } from './versions/rule-edit.ts'
import type { RuleSet } from './rule-set.ts'
import { speaksFor, type Rule } from './rule.ts'

const PLACEMENT = 'product-page'

/** Why two rules cannot be compared. */
export const INCOMPARABLE = ['not-live', 'other-live', 'takes-off', 'not-on-product-pages', 'no-slot'] as const
export type Incomparable = (typeof INCOMPARABLE)[number]

/**
 * Why a rule of what the shop shows cannot be compared with one that it does not; null where it can. What a rule takes off holds in every
 * cart, whichever of the two its shopper saw, so that neither may take anything off.
 */
export function whyIncomparable(live: RuleSet, a: Rule, b: Rule): Incomparable | null {
  if (!isLive(live, a)) return 'not-live'
  if (b.id === a.id || live.rules.some(({ id, state }) => id === b.id && state === 'active')) return 'other-live'
  if (a.offer.discount || b.offer.discount) return 'takes-off'
  if (![a, b].every((rule) => speaksFor(rule, PLACEMENT))) return 'not-on-product-pages'
  return mixAt(live.placements, PLACEMENT).slots.some(({ lock }) => lock === 'locked' || lock === 'assisted') ? null : 'no-slot'
}

/** What the shop shows with `b` in the place of `a`; null where they are not any more what they were when they came to be compared. */
export function withOther(live: RuleSet, a: Rule, b: Rule): RuleSet | null {
  if (whyIncomparable(live, a, b)) return null
  const rules = live.rules.filter(({ id }) => id !== b.id)
  return { ...live, rules: rules.map((rule) => (rule.id === a.id ? inItsPlace(b, rule) : rule)) }
}

/** The edits of a working set after which `b` stands, as it was compared, where `a` stood, and `a` is a draft where `b` was. */
export function editsToUse(rules: readonly Rule[], a: Rule, b: Rule): RuleEdit[] {
  const [shown, other] = [a, b].map(({ id }) => rules.find((rule) => rule.id === id))
  return [
    ...(shown ? [{ id: a.id, was: shown, is: { ...shown, state: 'draft' as const, priority: (other ?? b).priority } }] : []),
    { id: b.id, was: other ?? null, is: inItsPlace(b, shown ?? a) },
  ]
}

/** A rule that takes the turn of another. */
const inItsPlace = (b: Rule, { priority }: Rule): Rule => ({ ...b, state: 'active', priority })

/** What a rule is called, and how many others come before it, changes nothing of what it offers. */
function isLive({ rules }: RuleSet, a: Rule): boolean {
  const { name, priority } = a
  return rules.some((rule) => rule.state === 'active' && rule.id === a.id && isSame({ ...rule, name, priority }, { ...a, state: 'active' }))
}
