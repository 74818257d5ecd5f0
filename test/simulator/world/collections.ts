import type { Collection, Product } from '../shop.ts'
import { iso } from './clock.ts'
import { countFrom, type IdRanges } from './ids.ts'
import { hash } from './random.ts'
import { popularityOf } from './popularity.ts'
import { slug } from './slug.ts'

/** A collection as the merchant thinks of it. */
export interface CollectionIdea {
  readonly title: string
  readonly description: string
  readonly holds: (product: Product) => boolean
}

/** The merchant's order: what sells comes first, with a few hand-placed surprises. Collections hold drafts and sold-out goods too, as real ones do. */
export function makeCollections(
  ideas: readonly CollectionIdea[],
  products: readonly Product[],
  at: { now: Date; ids: IdRanges },
): Collection[] {
  const nextId = countFrom(at.ids.collection)
  const popularity = popularityOf(products)
  const place = (title: string, product: Product) => (popularity.get(product.id) ?? 0) * (1 + 3 * (hash(title + product.handle) / 2 ** 32))
  return ideas.map(({ title, description, holds }) => ({
    id: nextId(),
    handle: slug(title),
    title,
    descriptionHtml: `<p>${description}</p>`,
    updatedAt: iso(at.now.getTime() - (hash(title) % 2_000_000_000)),
    productIds: products
      .filter(holds)
      .map((product) => ({ id: product.id, place: place(title, product) }))
      .sort((a, b) => b.place - a.place)
      .map(({ id }) => id),
  }))
}

export const ofType =
  (...types: string[]) =>
  (product: Product): boolean =>
    types.includes(product.productType)

export const tagged =
  (tag: string) =>
  (product: Product): boolean =>
    product.tags.includes(tag)
