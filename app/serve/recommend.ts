import type { Ask } from './read-ask.ts'

/** What is published for a shop, as far as an answer needs it. */
export interface Published {
  /** The answer for a product page as it goes over the wire; undefined where nothing is published for it. */
  readonly answerOf: (product: Ask['product']) => Uint8Array | undefined
}

export type Recommended =
  | { readonly kind: 'cards'; readonly wire: Uint8Array }
  | { readonly kind: 'nothing'; readonly why: 'shop-not-served' | 'nothing-published' }

/** What to show for what was asked. A shop that was never published, or has left, is not served. */
export function recommend({ product }: Ask, published: Published | undefined): Recommended {
  if (!published) return { kind: 'nothing', why: 'shop-not-served' }
  const wire = published.answerOf(product)
  return wire ? { kind: 'cards', wire } : { kind: 'nothing', why: 'nothing-published' }
}
