import type { Catalog } from '#app/catalog/catalog.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'
import { skewed, TAGS } from './make-shop.ts'

/** What happens to a product in a shop's day. */
const HAPPENINGS: readonly ((product: Product, luck: Luck) => Product)[] = [
  (product) => withVariants(product, (variant) => ({ ...variant, stock: (variant.stock ?? 0) - 1 })),
  (product) => withVariants(product, (variant) => ({ ...variant, available: !variant.available })),
  (product, luck) => withVariants(product, (variant) => ({ ...variant, price: (100 + Math.round(luck.wait(4_000))) as Minor })),
  (product, luck) => ({ ...product, tags: [`tag-${skewed(luck, TAGS)}`, ...product.tags.slice(1)] }),
]

/** Products of the catalogue picked by luck, each as it is after one thing has happened to it; the same for the same catalogue. */
export function* makeChanges({ products }: Catalog, changes: number): Generator<Product> {
  const luck = luckOf('changes')
  const now = [...products]
  for (let change = 0; change < changes; change++) {
    const index = luck.below(now.length)
    now[index] = luck.pick(HAPPENINGS)(now[index]!, luck)
    yield now[index]
  }
}

function withVariants(product: Product, change: (variant: Product['variants'][number]) => Product['variants'][number]): Product {
  return { ...product, variants: product.variants.map(change) }
}
