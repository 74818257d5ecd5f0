import type { Product } from '../shop.ts'
import { demandByType } from './demand.ts'
import { hash } from './random.ts'

/** How much each product is wanted, by its id: its type's share, spread over the type's products as Zipf found it. All shares together make about 1. */
export function popularityOf(products: readonly Product[]): ReadonlyMap<number, number> {
  const shares = new Map<number, number>()
  const everyDemand = [...new Set(products.map(({ productType }) => productType))].reduce((sum, type) => sum + demandOf(type), 0)
  for (const [type, ofType] of Map.groupBy(products, ({ productType }) => productType)) {
    const ranked = ofType.toSorted((a, b) => hash(a.handle) - hash(b.handle))
    const weights = ranked.map((_, rank) => 1 / (rank + 1) ** 0.9)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    ranked.forEach((product, rank) => shares.set(product.id, ((demandOf(type) / everyDemand) * (weights[rank] ?? 0)) / total))
  }
  return shares
}

function demandOf(type: string): number {
  const demand = demandByType[type]
  if (demand === undefined) throw new Error(`Nobody has said how much ${type} is wanted`)
  return demand
}
