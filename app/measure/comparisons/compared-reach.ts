import type { ProductId } from '#app/commerce/ids.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { Sources } from '#app/slots/sources.ts'

/** What two rules reach and offer between them. */
export interface ComparedReach {
  /** Products on whose pages either has something to show. */
  readonly pages: readonly ProductId[]
  readonly offered: readonly ProductId[]
  /** Whether it is known of all that is offered what it costs. */
  readonly isCosted: boolean
  /** As the ledger names what the rule that is shown so far has to show. */
  readonly scope: `rule/${string}`
}

/** `a` is shown so far. */
export function comparedReach(a: Rule, b: Rule, { resolver }: Pick<Sources, 'resolver'>): ComparedReach {
  const reached = [a, b].flatMap((rule) => resolver.reachOf(rule).map((index) => ({ rule, index })))
  const offered = [...new Set(reached.flatMap(({ rule, index }) => resolver.offersOf(rule, index).map((offer) => offer.index)))]
  return {
    pages: [...new Set(reached.map(({ index }) => resolver.ids[index]!))],
    offered: offered.map((index) => resolver.ids[index]!),
    isCosted: offered.every((index) => resolver.products[index]!.variants.every(({ cost }) => cost !== null)),
    scope: `rule/${a.id}`,
  }
}
