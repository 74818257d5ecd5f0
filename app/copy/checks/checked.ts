import type { Product } from '#app/commerce/product.ts'
import type { ProductFact } from '../facts/fact.ts'
import type { Hole } from '../sentences/hole.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import type { Part } from '../sentences/sentence.ts'

/** What a check goes by. */
export interface Checked {
  readonly locale: CopyLocale
  /** What the sentence is to be about. */
  readonly facet: Hole
  /** It is said on a card, beside a product that has the same: likeness is what it speaks of. */
  readonly isOnCard?: boolean
  readonly product: Pick<Product, 'title' | 'type'>
  readonly facts: readonly ProductFact[]
  /** Words that a person has said to be true of the product, folded. */
  readonly lexicon: ReadonlySet<string>
  /** What is never to be said, in any language. */
  readonly never: readonly string[]
  /** The language that the shop writes its products in. */
  readonly own: CopyLocale
}

/** A sentence that could be read, for the checks. */
export interface Readable extends Checked {
  readonly parts: readonly Part[]
  /** What stands outside the holes, a blank for each hole. */
  readonly outside: string
}
