import type { ProductId } from '#app/commerce/ids.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { luckOf } from '../../simulator/world/random.ts'

const DAYS = 730

/** Baskets of geometric size; products fall off as one over their rank; the same baskets on every run. */
export function makeLog(lines: number, products: number, mean: number): BasketLog {
  const luck = luckOf(`train-${lines}`)
  const items = new Uint32Array(lines)
  const starts = new Uint32Array(lines + 1)
  let [baskets, held] = [0, 0]
  const inside = new Set<number>()
  while (held < lines) {
    const size = 1 + Math.floor(Math.log(1 - luck.next()) / Math.log(1 - 1 / mean))
    inside.clear()
    for (let nth = 0; nth < size; nth++) inside.add(Math.floor((products + 1) ** luck.next()) - 1)
    for (const item of inside) if (held < lines) items[held++] = item
    starts[++baskets] = held
  }
  return {
    products: Array.from({ length: products }, (_, at) => (at + 1) as ProductId),
    starts: starts.slice(0, baskets + 1),
    items,
    at: Float64Array.from({ length: baskets }, (_, basket) => (basket * DAYS) / baskets),
    customers: new Int32Array(baskets).fill(-1),
    customerCount: 0,
    now: DAYS,
  }
}
