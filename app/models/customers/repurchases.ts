import type { BasketLog } from '#app/signals/basket-log.ts'
import type { Trails } from '#app/signals/trails.ts'

/** After how many days a shop's customers buy what again. */
export interface Repurchases {
  /** By product, the middle one of all times between two purchases by one customer; NaN of what is not bought again as a rule. */
  readonly usual: Float32Array
}

/** Whoever bought something twice on one day did not come back for it. */
const SHORTEST = 1
/** So many came back for it, and such a share of all who ever bought it, or it was chance. */
const FEWEST = 3
const LEAST_SHARE = 0.1

export function estimateRepurchases(log: BasketLog, trails: Trails): Repurchases {
  const count = log.products.length
  const buyers = new Uint32Array(count)
  const returned = new Uint32Array(count)
  const lastAt = new Float64Array(count).fill(Number.NaN)
  const hasReturned = new Uint8Array(count)
  const waits = new Map<number, number[]>()
  const seen: number[] = []
  for (let customer = 0; customer < log.customerCount; customer++) {
    eachItem(log, trails, customer, (item, day) => {
      const before = lastAt[item]!
      if (Number.isNaN(before)) {
        seen.push(item)
        buyers[item]! += 1
      } else if (day - before >= SHORTEST) {
        if (hasReturned[item] === 0) returned[item]! += 1
        hasReturned[item] = 1
        const waited = waits.get(item) ?? []
        waited.push(day - before)
        waits.set(item, waited)
      }
      lastAt[item] = day
    })
    for (const item of seen) {
      lastAt[item] = Number.NaN
      hasReturned[item] = 0
    }
    seen.length = 0
  }
  const usual = new Float32Array(count).fill(Number.NaN)
  for (const [item, waited] of waits)
    if (returned[item]! >= FEWEST && returned[item]! >= LEAST_SHARE * buyers[item]!) usual[item] = middleOf(waited)
  return { usual }
}

/** What a customer bought of one product. */
export interface Bought {
  /** The latest day. */
  readonly lastAt: number
  /** The customer's own usual days between two purchases; undefined where there were none. */
  readonly own: number | undefined
}

/** All that a customer ever bought, by product, the first bought first. */
export function boughtBy(log: BasketLog, trails: Trails, customer: number): Map<number, Bought> {
  const days = new Map<number, number[]>()
  eachItem(log, trails, customer, (item, day) => {
    const known = days.get(item)
    if (!known) days.set(item, [day])
    else if (day - known.at(-1)! >= SHORTEST) known.push(day)
    else known[known.length - 1] = day
  })
  const waits = (of: readonly number[]) => of.slice(1).map((day, nth) => day - of[nth]!)
  return new Map(Array.from(days, ([item, of]) => [item, { lastAt: of.at(-1)!, own: of.length > 1 ? middleOf(waits(of)) : undefined }]))
}

/** Goes through a customer's products, oldest basket first. */
function eachItem(log: BasketLog, { from, baskets }: Trails, customer: number, see: (item: number, day: number) => void): void {
  for (let nth = from[customer]!; nth < from[customer + 1]!; nth++) {
    const basket = baskets[nth]!
    for (let place = log.starts[basket]!; place < log.starts[basket + 1]!; place++) see(log.items[place]!, log.at[basket]!)
  }
}

const middleOf = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
