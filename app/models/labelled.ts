import type { Era, Shares } from '#app/models/pairs/chance.ts'
import type { Purchase } from '#app/signals/purchases.ts'

/** Orders as sets of labels, those of one buyer side by side. Order o bears `labels[starts[o]]` up to `labels[starts[o + 1]]`. */
export interface Labelled {
  readonly starts: Uint32Array
  readonly labels: Uint32Array
  /** Who bought, a number for each customer and for each guest's order. */
  readonly buyers: Uint32Array
  /** Orders with each label. */
  readonly bought: Uint32Array
  readonly eras: readonly Era[]
  /** Of each label, its share of what each era sold. */
  readonly shares: readonly Shares[]
}

const DAY = 24 * 60 * 60 * 1000
/** What sells together because it sells in one season is told apart by comparing within a quarter of a year. */
const ERA_DAYS = 91

/** Labels orders. `labelsOf` gives the labels of a product, each a number below `count`; a product without any still fills its basket. */
export function label(purchases: readonly Purchase[], count: number, labelsOf: (product: number) => readonly number[]): Labelled {
  const { ordered, buyers } = byBuyer(purchases)
  const first = purchases.reduce((earliest, { at }) => Math.min(earliest, at), Infinity)
  const starts = new Uint32Array(ordered.length + 1)
  const labels: number[] = []
  const bought = new Uint32Array(count)
  const eras: { sizes: number[]; bought: number }[] = []
  const units: number[][] = Array.from({ length: count }, () => [])
  for (const [at, { at: time, products }] of ordered.entries()) {
    const era = Math.floor((time - first) / (ERA_DAYS * DAY))
    while (eras.length <= era) eras.push({ sizes: [], bought: 0 })
    const { sizes } = eras[era]!
    while (sizes.length <= products.length) sizes.push(0)
    sizes[products.length]! += 1
    eras[era]!.bought += products.length
    const borne = new Set<number>()
    for (const product of products) {
      for (const one of labelsOf(product)) {
        borne.add(one)
        units[one]![era] = (units[one]![era] ?? 0) + 1
      }
    }
    for (const one of borne) bought[one]! += 1
    labels.push(...borne)
    starts[at + 1] = labels.length
  }
  const shares = units.map((ofLabel) => eras.map((era, at) => (ofLabel[at] ?? 0) / Math.max(era.bought, 1)))
  return { starts, labels: Uint32Array.from(labels), buyers, bought, eras, shares }
}

function byBuyer(purchases: readonly Purchase[]): { ordered: readonly Purchase[]; buyers: Uint32Array } {
  const numbers = new Map<number, number>()
  const numbered = purchases.map((purchase) => {
    // Orders' ids name guests: below zero they cannot be taken for customers'.
    const who = purchase.customer ?? -purchase.order
    const known = numbers.get(who) ?? numbers.size
    numbers.set(who, known)
    return { purchase, buyer: known }
  })
  numbered.sort((a, b) => a.buyer - b.buyer)
  return { ordered: numbered.map(({ purchase }) => purchase), buyers: Uint32Array.from(numbered, ({ buyer }) => buyer) }
}
