import type { DiscountWhat, Goods } from './discount.ts'
import type { PlainLine } from './plain-line.ts'
import { toTill, type Till } from './till.ts'

type Basic = Extract<DiscountWhat, { kind: 'basic' }>
type Bxgy = Extract<DiscountWhat, { kind: 'bxgy' }>

const isOf = (goods: Goods | null, { product, variant }: PlainLine): boolean =>
  goods === null || goods.products.includes(product.id) || goods.variants.includes(variant.id)
const pieces = (lines: readonly PlainLine[]): number => lines.reduce((sum, { line }) => sum + line.quantity, 0)

/** What a percentage or an amount off some products takes off each line, in minor units of the till. */
export function basicOff({ goods, worth, minimumQuantity }: Basic, lines: readonly PlainLine[], till: Till): Map<string, number> {
  const meant = lines.filter((line) => isOf(goods, line))
  if (pieces(meant) < (minimumQuantity ?? 0)) return new Map()
  if ('percentage' in worth)
    return new Map(meant.map(({ key, line, price }) => [key, Math.round(price * line.quantity * worth.percentage)]))
  const amount = toTill(worth.amount, till)
  if (worth.each) return new Map(meant.map(({ key, line, price }) => [key, Math.min(price, amount) * line.quantity]))
  const all = meant.reduce((sum, { line, price }) => sum + price * line.quantity, 0)
  return new Map(
    meant.map(({ key, line, price }) => [key, all === 0 ? 0 : Math.round((Math.min(amount, all) * price * line.quantity) / all)]),
  )
}

/** The cheapest pieces are got, as often as there are enough others to have bought; no piece is both. */
export function bxgyOff(what: Bxgy, lines: readonly PlainLine[]): Map<string, number> {
  const { buys, buyQuantity, gets, getQuantity, percentage, usesPerOrder } = what
  const off = new Map<string, number>()
  const free = new Map(lines.map(({ key, line }) => [key, line.quantity]))
  const byPrice = lines.toSorted((a, b) => a.price - b.price)
  for (let use = 0; use < (usesPerOrder ?? 1_000); use += 1) {
    const bought = takeFrom(
      byPrice.toReversed().filter((line) => isOf(buys, line)),
      buyQuantity,
      free,
    )
    const got =
      bought &&
      takeFrom(
        byPrice.filter((line) => isOf(gets, line)),
        getQuantity,
        new Map([...free].map(([key, left]) => [key, left - (bought.get(key) ?? 0)])),
      )
    if (!bought || !got) break
    for (const [key, quantity] of [...bought, ...got]) free.set(key, free.get(key)! - quantity)
    for (const [key, quantity] of got) {
      const { price } = lines.find((line) => line.key === key)!
      off.set(key, (off.get(key) ?? 0) + Math.round(price * quantity * percentage))
    }
  }
  return off
}

function takeFrom(lines: readonly PlainLine[], quantity: number, free: ReadonlyMap<string, number>): Map<string, number> | undefined {
  const taken = new Map<string, number>()
  let left = quantity
  for (const { key } of lines) {
    const some = Math.min(left, free.get(key) ?? 0)
    if (some > 0) taken.set(key, some)
    left -= some
  }
  return left > 0 ? undefined : taken
}
