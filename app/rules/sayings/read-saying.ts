import type { RuleId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { blankRule } from '../blank-rule.ts'
import { CART_FACTS, type MomentFact } from '../conditions/kinds.ts'
import type { When } from '../conditions/condition.ts'
import type { Join } from '../joins/joins.ts'
import type { Rule } from '../rule.ts'
import { fitName } from '../rule-name.ts'
import { allOf, conditionsOf } from './condition-of.ts'
import type { Item } from './item.ts'
import { itemsIn } from './items-in.ts'
import { findNames, labelOf } from './named.ts'
import type { NamesForSaying } from './names.ts'
import { narrowed } from './narrow.ts'
import { sidesOf } from './sides.ts'
import { stemsOf } from './words.ts'

/** Some of a sentence, as places in it: half open. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What was understood of a sentence. */
export interface Understood {
  /** Always a draft. */
  readonly rule: Rule
  /** What of the sentence the rule does not say, from left to right. */
  readonly unknown: readonly Stretch[]
}

/**
 * Reads a rule out of one English sentence as merchants write it: "offer a case with every laptop of the same size". Names are those of the shop.
 * Undefined where nothing is offered.
 */
export function readSaying(sentence: string, names: NamesForSaying, id: RuleId): Understood | undefined {
  const all = itemsIn(sentence, findNames(names), names.currency)
  const { kept, excepted, inCart } = setApart(all)
  const sides = sidesOf(kept)
  const offered = sides ? conditionsOf(narrowed(sides.offer, sides.trigger)) : []
  const hasOffer = sides?.offer.some(({ kind }) => kind === 'fact' || kind === 'any')
  if (!sides || !hasOffer) return undefined
  const trigger = cartSetApart(narrowed(sides.trigger, sides.offer))
  const needed = kept.some(({ kind }) => kind === 'that-needs') ? neededBy(sides.offer, names) : undefined
  const blank = blankRule(id)
  const at = kept.flatMap((item): Placement[] => (item.kind === 'at' ? [item.placement] : []))
  const need = kept.some(({ kind }) => kind === 'as-needed') ? needIn(names) : undefined
  const except = conditionsOf(excepted)
  const rule: Rule = {
    ...blank,
    name: fitName(sentence.trim()),
    when: {
      kind: 'all',
      of: [...conditionsOf(trigger.goods), ...(needed ? [needed.isSet] : []), ...trigger.inCart, ...inCart, ...momentsIn(kept)],
    },
    ...(at.length > 0 && { at }),
    offer: {
      ...blank.offer,
      where: allOf(offered),
      joins: [...joinsIn(kept), ...(needed ? [needed.join] : [])],
      except: except.length > 0 ? (except.length === 1 ? except[0]! : { kind: 'any', of: except }) : null,
      most: mostIn(kept, sides.offer) ?? blank.offer.most,
      sort: kept.findLast((item) => item.kind === 'sort')?.sort ?? blank.offer.sort,
      ...(need && { need }),
    },
    stop: kept.some(({ kind }) => kind === 'stop'),
    fallback: kept.some(({ kind }) => kind === 'fallback'),
  }
  return { rule, unknown: all.filter(({ kind }) => kind === 'unknown').map(({ from, to }) => ({ from, to })) }
}

const ENDS: readonly Item['kind'][] = ['beside', 'verb', 'pair', 'colon', 'comma', 'in-cart']

/** What is never offered, and what a cart must or must not hold: each up to where the sentence goes on with something else. */
function setApart(items: readonly Item[]) {
  const [kept, excepted, inCart]: [Item[], Item[], When[]] = [[], [], []]
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    if (item.kind !== 'except' && item.kind !== 'cart-holds') {
      kept.push(item)
      continue
    }
    const rest = items.slice(at + 1).findIndex(({ kind }) => ENDS.includes(kind))
    const within = items.slice(at + 1, rest < 0 ? items.length : at + 1 + rest)
    if (item.kind === 'except') excepted.push(...within)
    else inCart.push(...cartHolds(within, item.isNot))
    at += within.length
    if (items[at + 1]?.kind === 'in-cart') at += 1
  }
  return { kept, excepted, inCart }
}

/** Goods that lie in the cart are a condition on it where something else is looked at; else they are what is looked at. */
function cartSetApart(items: readonly Item[]): { readonly goods: readonly Item[]; readonly inCart: readonly When[] } {
  const end = items.findIndex(({ kind }) => kind === 'in-cart')
  const start = end < 0 ? -1 : items.slice(0, end).findLastIndex((item) => item.kind === 'fact' && item.isHead)
  const others = items.filter((_, at) => at < start || at > end)
  if (start < 0 || !others.some((item) => item.kind === 'fact' && item.isHead)) return { goods: items, inCart: [] }
  return { goods: others, inCart: cartHolds(items.slice(start, end), false) }
}

function cartHolds(items: readonly Item[], isNot: boolean): When[] {
  const facts = items.flatMap((item) =>
    item.kind === 'fact' && (CART_FACTS as readonly string[]).includes(item.fact.kind) ? [item.fact] : [],
  )
  if (facts.length === 0) return []
  const holds: MomentFact = { kind: 'cart-contains', of: { kind: 'all', of: facts as never } }
  return [isNot ? { kind: 'not', of: holds } : holds]
}

const momentsIn = (items: readonly Item[]): MomentFact[] => items.flatMap((item) => (item.kind === 'moment' ? item.fact : []))
const joinsIn = (items: readonly Item[]): Join[] => items.flatMap((item) => (item.kind === 'join' ? item.join : []))

/** How many are offered: said so, or a number before the goods. */
function mostIn(all: readonly Item[], offer: readonly Item[]): number | undefined {
  const said = all.find((item) => item.kind === 'most')
  if (said) return said.most
  const number = offer.findIndex(({ kind }) => kind === 'number')
  const before = number < 0 ? undefined : offer[number]
  const isCount = before?.kind === 'number' && offer.slice(number).some(({ kind }) => kind === 'fact' || kind === 'any')
  return isCount && before.number >= 1 && before.number <= 12 ? before.number : undefined
}

const COUNTS_PIECES = /count|pack|pieces|number|quantity/

/** "batteries with toys that need them": the metafield that says which batteries. */
function neededBy(offer: readonly Item[], { metafields }: NamesForSaying) {
  const stems = new Set(
    offer.flatMap((item) => (item.kind === 'fact' && item.fact.kind === 'type' ? item.fact.names.flatMap((name) => stemsOf(name)) : [])),
  )
  const name = Object.keys(metafields).find((one) => !COUNTS_PIECES.test(one) && labelOf(one).some((stem) => stems.has(stem)))
  if (name === undefined) return undefined
  return { isSet: { kind: 'metafield-set', name } as const, join: { kind: 'metafield', offered: name, trigger: name } as const }
}

/** The metafields that say how many pieces are taken, and how many a pack holds. */
function needIn({ metafields }: NamesForSaying) {
  const [takes, holds] = [/count|quantity/, /pack/].map((says) => Object.keys(metafields).find((name) => says.test(name)))
  return takes !== undefined && holds !== undefined && takes !== holds ? { takes, holds } : undefined
}
