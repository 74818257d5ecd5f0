import type { Product } from '#app/commerce/product.ts'

/**
 * Makes products share the words that several of them bear: as they come from a database each has copies of its own, and
 * those take more memory than most of what is indexed of a catalogue.
 */
export function sharingWords(): (product: Product) => Product {
  const known = new Map<string, string>()
  const shared = (word: string): string => {
    const already = known.get(word)
    if (already === undefined) known.set(word, word)
    return already ?? word
  }
  const lists = new Map<string, readonly string[]>()
  const sharedList = (words: readonly string[]): readonly string[] => {
    const name = JSON.stringify(words)
    const already = lists.get(name)
    if (already === undefined) lists.set(name, words.map(shared))
    return already ?? lists.get(name)!
  }
  return (product) => ({
    ...product,
    type: shared(product.type),
    vendor: shared(product.vendor),
    category: product.category === null ? null : shared(product.category),
    options: sharedList(product.options),
    tags: product.tags.map(shared),
    variants: product.variants.map((variant) => ({ ...variant, title: shared(variant.title), options: sharedList(variant.options) })),
    metafields: product.metafields.map(({ name, values }) => ({
      name: shared(name),
      values: values.map((value) => (typeof value === 'string' ? shared(value) : value)),
    })),
  })
}
