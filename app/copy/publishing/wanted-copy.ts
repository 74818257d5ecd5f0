import { SHOP_PAGE, type ProductId } from '#app/commerce/ids.ts'
import { anglesOf, type Angles } from '../angles/learn-angles.ts'
import type { KnownProduct } from '../known-products.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import type { ApprovedSentences } from './approved.ts'
import { copyOf } from './copy-of.ts'
import { headingsOf } from './headings-of.ts'

interface ShopCopy {
  readonly known: readonly KnownProduct[]
  readonly angles: Angles
  readonly sentences: ApprovedSentences
  readonly language: CopyLocale
  /** What the merchant never wants to read. */
  readonly never: readonly string[]
}

/** What is to stand in a product's metafield, as JSON of `ProductCopy`; of the shop itself, what stands over its slots, as `ShopHeadings`. */
export interface CopyDocument {
  readonly product: ProductId
  readonly document: string
}

/** What is to be said of each product, as people have approved it, on facts as they are: one after the other, for all are more than is needed at once. */
export function* wantedCopy({ known, angles, sentences, language, never }: ShopCopy): Generator<CopyDocument> {
  for (const { product, facts } of known) {
    const copy = copyOf({ product: product.id, facts, angles: anglesOf(angles, product.type), sentences, own: language, never })
    if (copy) yield { product: product.id, document: JSON.stringify(copy) }
  }
  const headings = known.length > 0 && headingsOf(sentences, never)
  if (headings) yield { product: SHOP_PAGE, document: JSON.stringify(headings) }
}
