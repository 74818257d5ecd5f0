import type { ShopState } from '../state/shop-state.ts'
import { isActive, type Discount } from './discount.ts'
import type { FunctionOutput } from './function-host.ts'
import { functionInput, lineGid } from './function-input.ts'
import { basicOff, bxgyOff } from './native-discount.ts'
import type { PlainLine, WantedLine } from './plain-line.ts'
import { plainLine } from './plain-line.ts'
import { tillOf, type Till } from './till.ts'

/** The discount that a line got, and how much of it. */
export interface Allocation {
  readonly discount: Discount
  /** Off the whole line, in minor units of the till's currency. */
  readonly amount: number
}

export interface PricedLine<Line extends WantedLine = WantedLine> extends PlainLine<Line> {
  readonly allocation: Allocation | null
}

/**
 * Lines at the prices of this moment, in the currency of the shopper's market, with what the shop's active automatic discounts take off
 * them: on each line one, that which takes most. A discount that stands beside no other product discount stands alone, or not at all.
 */
export function priceLines<Line extends WantedLine>(
  shop: ShopState,
  lines: readonly Line[],
  keyOf: (line: Line, at: number) => string,
): { readonly till: Till; readonly lines: readonly PricedLine<Line>[] } {
  const till = tillOf(shop)
  const plain = lines.map((line, at) => plainLine(shop, line, keyOf(line, at), till))
  const now = shop.now()
  const active = [...shop.discounts.values()].filter((discount) => isActive(discount, now))
  const offers = active.map((discount) => ({ discount, off: offOf(shop, discount, plain, till) }))
  const together = offers.filter(({ discount }) => discount.combinesWith.productDiscounts)
  const sets = [together, ...offers.filter(({ discount }) => !discount.combinesWith.productDiscounts).map((one) => [one])]
  const priced = sets.map((set) => plain.map((line): PricedLine<Line> => ({ ...line, allocation: bestOf(set, line) })))
  const savings = priced.map((all) => all.reduce((sum, { allocation }) => sum + (allocation?.amount ?? 0), 0))
  return { till, lines: priced[savings.indexOf(Math.max(...savings))]! }
}

function bestOf(
  offers: readonly { discount: Discount; off: ReadonlyMap<string, number> }[],
  { key, line, price }: PlainLine,
): Allocation | null {
  let best: Allocation | null = null
  for (const { discount, off } of offers) {
    const amount = Math.min(off.get(key) ?? 0, price * line.quantity)
    if (amount > (best?.amount ?? 0)) best = { discount, amount }
  }
  return best
}

function offOf(shop: ShopState, discount: Discount, lines: readonly PlainLine[], till: Till): ReadonlyMap<string, number> {
  const { what } = discount
  switch (what.kind) {
    case 'basic':
      return basicOff(what, lines, till)
    case 'bxgy':
      return bxgyOff(what, lines)
    case 'app': {
      const deployed = shop.functions.get(what.handle)
      const run = deployed?.run(functionInput(shop, deployed.appNamespace, discount, lines, till))
      if (run?.error) shop.functionErrors.push({ handle: what.handle, error: run.error, at: shop.now().toISOString() })
      return run?.output ? offBy(run.output, lines, till) : new Map()
    }
    default:
      return what satisfies never
  }
}

/** Of a line that several candidates want, the best. */
function offBy({ operations }: FunctionOutput, lines: readonly PlainLine[], till: Till): Map<string, number> {
  const off = new Map<string, number>()
  for (const { productDiscountsAdd } of operations)
    for (const { targets, value } of productDiscountsAdd?.candidates ?? []) {
      const meant = targets.flatMap(({ cartLine: { id, quantity } }) => {
        const line = lines.find(({ key }) => lineGid(key) === id)
        return line ? [{ line, quantity: Math.min(quantity ?? line.line.quantity, line.line.quantity) }] : []
      })
      const all = meant.reduce((sum, { line, quantity }) => sum + line.price * quantity, 0)
      for (const { line, quantity } of meant) {
        const whole = line.price * quantity
        const amount = value.fixedAmount ? Math.round(Number(value.fixedAmount.amount) * 10 ** till.digits) : 0
        const taken = value.percentage
          ? Math.round((whole * Number(value.percentage.value)) / 100)
          : value.fixedAmount?.appliesToEachItem
            ? Math.min(line.price, amount) * quantity
            : all === 0
              ? 0
              : Math.round((Math.min(amount, all) * whole) / all)
        off.set(line.key, Math.max(off.get(line.key) ?? 0, taken))
      }
    }
  return off
}
