import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import { anglesOf, type Angles } from '../angles/learn-angles.ts'
import { factsOf, type ConfirmedFact } from '../facts/facts-of.ts'
import { priceClasses } from '../facts/price-classes.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import type { ApprovedSentences } from './approved.ts'
import { copyOf } from './copy-of.ts'

interface SpokenOf {
  readonly products: readonly Product[]
  readonly confirmed: ReadonlyMap<ProductId, readonly ConfirmedFact[]>
  readonly angles: Angles
  readonly sentences: ApprovedSentences
  readonly language: CopyLocale
}

export interface CopyPlan {
  readonly writes: readonly { readonly product: ProductId; readonly document: string }[]
  readonly deletes: readonly ProductId[]
}

/** What must change in the shop for its products to be spoken of as is approved, on facts as they are. What stands already is in neither list. */
export function planCopy(shop: SpokenOf | undefined, standing: ReadonlyMap<ProductId, string>): CopyPlan {
  const writes: { product: ProductId; document: string }[] = []
  const wanted = new Set<ProductId>()
  if (shop) {
    const prices = priceClasses(shop.products)
    for (const product of shop.products) {
      if (product.status === 'draft' || product.status === 'archived') continue
      const facts = factsOf(product, prices, shop.confirmed.get(product.id))
      const angles = anglesOf(shop.angles, product.type)
      const copy = copyOf({ product: product.id, facts, angles, sentences: shop.sentences, own: shop.language })
      if (!copy) continue
      wanted.add(product.id)
      const document = JSON.stringify(copy)
      if (standing.get(product.id) !== document) writes.push({ product: product.id, document })
    }
  }
  return { writes, deletes: [...standing.keys()].filter((product) => !wanted.has(product)) }
}
