import type { Product, World } from '../shop.ts'
import { affinities, type Affinity } from './affinities.ts'
import { popularityOf } from './popularity.ts'
import { specOf } from './specs.ts'

/** The truth behind the orders: a shopper who set out for the product also took the companion, with this probability. */
export interface Complement {
  readonly productId: number
  readonly companionId: number
  /** In (0, 1), as long as both are on sale. */
  readonly probability: number
}

/** One habit as it applies to one product: with `probability`, one of the companions, in proportion to their weights. */
export interface Habit {
  readonly probability: number
  readonly companions: readonly { readonly product: Product; readonly weight: number }[]
}

/** What tests may hold a recommendation against. Pairs are listed once for each direction that shoppers follow. */
export function complementsOf(world: Pick<World, 'products'>): Complement[] {
  const habits = habitsOf(world.products)
  return world.products.flatMap((product) =>
    (habits.get(product.id) ?? []).flatMap(({ probability, companions }) => {
      const total = companions.reduce((sum, { weight }) => sum + weight, 0)
      return companions.map((companion) => ({
        productId: product.id,
        companionId: companion.product.id,
        probability: (probability * companion.weight) / total,
      }))
    }),
  )
}

/** The habits that each product sets off, by its id. */
export function habitsOf(products: readonly Product[]): ReadonlyMap<number, readonly Habit[]> {
  const popularity = popularityOf(products)
  const byType = Map.groupBy(products, ({ productType }) => productType)
  const habitOf = (product: Product, affinity: Affinity): Habit | undefined => {
    if (affinity.whenBuying !== undefined && affinity.whenBuying !== product.productType) return undefined
    const companions = (byType.get(affinity.alsoTakes) ?? [])
      .map((companion) => ({ product: companion, weight: fit(product, companion, affinity) * (popularity.get(companion.id) ?? 0) }))
      .filter(({ product: companion, weight }) => companion.id !== product.id && weight > 0)
    return companions.length > 0 ? { probability: affinity.probability, companions } : undefined
  }
  return new Map(
    products.map((product) => [
      product.id,
      affinities.map((affinity) => habitOf(product, affinity)).filter((habit) => habit !== undefined),
    ]),
  )
}

/** How well the companion suits, in [0, 1]. */
function fit(product: Product, companion: Product, { matching, enough }: Affinity): number {
  if (matching) {
    const wanted = specOf(product, matching[0])
    if (wanted === undefined || wanted !== specOf(companion, matching[1])) return 0
  }
  if (!enough) return 1
  const needed = Number(specOf(product, enough[0]) ?? 0)
  const brought = Number(specOf(companion, enough[1]) ?? 0)
  return needed > 0 && brought >= needed ? (needed / brought) ** 2 : 0
}
