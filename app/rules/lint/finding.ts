import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Rule } from '#app/rules/rule.ts'

/** `warning`: the rule does nothing, or not what it says. `hint`: it does what it says, and may be meant otherwise. */
export type Severity = 'warning' | 'hint'

/** What one click makes of the rule. */
export interface Mend {
  /** What is done; `lint.mend.*` of the locale file has the words. */
  readonly by:
    | 'draft'
    | 'delete'
    | 'leave-out'
    | 'only-with'
    | 'not-beside-itself'
    | 'not-in-market'
    | 'no-dearer'
    | 'no-discount'
    | 'no-nest'
    | 'no-gap'
  /** The rule as it is then; null where it is deleted. */
  readonly is: Rule | null
}

/** What a check found, in indexes of the catalogue. */
export interface Found {
  readonly severity: Severity
  /** Which of its kind's words say it, where there are several. */
  readonly as?: string
  /** Where in the rule, such as `offer.joins.0`. */
  readonly path?: string
  /** Another rule that has part in it. */
  readonly beside?: Rule
  /** What it is called that the words speak of: a metafield, markets. */
  readonly names?: readonly string[]
  /** The products that it is about, and among how many they are. */
  readonly products?: readonly number[]
  readonly of?: number
  readonly mend?: Mend | undefined
}

/** What does not do what its merchant must have meant. */
export interface Finding extends Omit<Found, 'beside' | 'products' | 'of'> {
  /** `lint.KIND.*` of the locale file has the words. */
  readonly kind: string
  /** What its products are: goods, of which something is to be put right in the shop, or pages to look at. */
  readonly about: 'goods' | 'pages'
  /** Null where it is about the shop's pages and no rule of its own. */
  readonly rule: RuleId | null
  readonly beside?: RuleId
  /** At most `MOST_NAMED` of the products that it is about. */
  readonly products: readonly ProductId[]
  /** How many they are, and among how many. */
  readonly count: number
  readonly of: number
}

export const MOST_NAMED = 5

/** The mend that is always safe: shoppers no longer see what the rule offers, and nothing of it is lost. */
export function toDraft(rule: Rule): Mend {
  return { by: 'draft', is: { ...rule, state: 'draft' } }
}

/** What the rule offers is offered as before, at its plain price. */
export function withoutDiscount(rule: Rule): Mend {
  const { discount: _, ...offer } = rule.offer
  return { by: 'no-discount', is: { ...rule, offer } }
}
