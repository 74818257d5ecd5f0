import type { ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Deal } from '#app/offers/deal.ts'

type Floors = NonNullable<Deal['floors']>[ProductId]

/** What no piece of a product is sold below: its cost and so many hundredths of a percent of it more, rounded up. */
export function floorOfCost(cost: Minor, aboveCost: number): Minor {
  return Math.ceil((cost * (10_000 + aboveCost)) / 10_000) as Minor
}

/** The floors of a product's variants whose cost is known; undefined where none is. One figure where it is the same of all. */
export function floorsOf({ variants }: Product, aboveCost: number): Floors | undefined {
  const known = variants.flatMap(({ id, cost }) => (cost === null ? [] : [[id, floorOfCost(cost, aboveCost)] as const]))
  if (known.length === 0) return undefined
  const [[, first]] = known as [readonly [VariantId, Minor]]
  if (known.length === variants.length && known.every(([, floor]) => floor === first)) return first
  return Object.fromEntries(known) as Record<VariantId, Minor>
}
