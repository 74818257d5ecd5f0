import type { OrderId } from '#app/commerce/ids.ts'
import type { Finding } from '#app/models/mining/mine.ts'
import type { Rule } from '../rule.ts'

/** A rule that the shop's own orders speak for. It waits for the merchant's word. */
export interface Proposal extends Finding {
  /** The same for the same two groups whenever they are found: what was dismissed is known again by it. */
  readonly key: string
  /** What ties the two products of the habit, where something does. */
  readonly joins: Rule['offer']['joins']
  /** Some of the newest orders that followed it; `at` in milliseconds. */
  readonly examples: readonly { readonly order: OrderId; readonly at: number }[]
}
