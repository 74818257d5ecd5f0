import type { ProductId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'
import { outcomesOf, type Outcomes, type Worth } from './outcomes.ts'
import { scopesOf, type Scope } from './scopes-of.ts'

/** A slot had a product to show on a page that a visitor reached. */
export interface OfferedRow {
  readonly epoch: number
  readonly product: ProductId
  readonly soldBy: string
  readonly isHeldOut: boolean
  /** Milliseconds. */
  readonly at: number
}

/** What a visitor comes to in one epoch and scope. */
export interface Counted {
  readonly epoch: number
  readonly scope: Scope
  readonly isHeldOut: boolean
  readonly since: number
  readonly outcomes: Outcomes
}

/** What a visitor does is laid to an offer for so long: milliseconds from the first page on which a slot had something to show. */
export const COUNTED_FOR = 30 * 24 * 60 * 60 * 1000

/**
 * Counts one visitor anew from all that is known of them. In each epoch they count from the first slot they came by until 30 days later,
 * or until they come by one in the next epoch. `worthOf` says what an epoch counts by.
 */
export function countVisitor(rows: readonly OfferedRow[], orders: readonly Order[], worthOf: (epoch: number) => Worth): Counted[] {
  const epochs = [...new Set(rows.map(({ epoch }) => epoch))].toSorted((a, b) => a - b)
  const begins = new Map(epochs.map((epoch) => [epoch, firstOf(rows.filter((row) => row.epoch === epoch))]))
  return epochs.flatMap((epoch, at): Counted[] => {
    const next = begins.get(epochs[at + 1]!) ?? Infinity
    const mine = rows.filter((row) => row.epoch === epoch)
    const scopes = new Map<Scope, OfferedRow[]>()
    for (const row of mine) for (const scope of scopesOf(row.soldBy)) scopes.set(scope, [...(scopes.get(scope) ?? []), row])
    return [...scopes].map(([scope, within]) => {
      const since = firstOf(within)
      const until = Math.min(since + COUNTED_FOR, next)
      const outcomes = outcomesOf({ offered: firstByProduct(within), orders, since, until }, worthOf(epoch))
      return { epoch, scope, isHeldOut: within[0]!.isHeldOut, since, outcomes }
    })
  })
}

const firstOf = (rows: readonly OfferedRow[]): number => rows.reduce((first, { at }) => Math.min(first, at), Infinity)

function firstByProduct(rows: readonly OfferedRow[]): Map<ProductId, number> {
  const first = new Map<ProductId, number>()
  for (const { product, at } of rows) first.set(product, Math.min(at, first.get(product) ?? Infinity))
  return first
}
