import type { ProductId } from '#app/commerce/ids.ts'
import type { OfferEventKind } from './read-events.ts'

/** What a browser told of an offer. */
export interface OfferMoment {
  readonly kind: OfferEventKind
  readonly product: ProductId
  /** Milliseconds. */
  readonly at: number
}

/** Somebody had clicked through to one product, saw some offers and took one of them up. */
export interface Choice {
  readonly before: ProductId
  /** Two or more, what was chosen among them, what was looked at not. */
  readonly among: readonly ProductId[]
  readonly chosen: ProductId
}

/** A visit is over after so long without a click, as web analytics have it. */
const VISIT_ENDS_AFTER = 30 * 60 * 1000

/** The choices that a browser's events tell of, in the order in which they came. What was chosen unseen, or where there was nothing else, is none. */
export function choicesIn(events: readonly OfferMoment[]): Choice[] {
  const choices: Choice[] = []
  let last: OfferMoment | undefined
  let seen = new Set<ProductId>()
  for (const event of events) {
    const { kind, product, at } = event
    if (kind === 'seen') seen.add(product)
    if (kind === 'seen' || product === last?.product) continue
    if (last && at - last.at <= VISIT_ENDS_AFTER && seen.has(product)) {
      const before = last.product
      const among = [...seen].filter((one) => one !== before)
      if (among.length > 1) choices.push({ before, among, chosen: product })
    }
    // What is added from a card leaves its shopper where they are.
    if (kind === 'added') continue
    last = event
    seen = new Set()
  }
  return choices
}
