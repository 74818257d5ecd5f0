import type { z } from 'zod'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { Product } from '#app/commerce/product.ts'

/** What a merchant fills in for a condition. The form draws itself from it. */
export type Field =
  | { readonly kind: 'products' }
  | { readonly kind: 'collections' }
  | { readonly kind: 'texts'; readonly source: 'tags' | 'types' | 'vendors' }
  | { readonly kind: 'price-range' }

/** How a merchant's words are found: a key of the locale file and what to put into it. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What a sentence may look up. */
export interface SentenceContext {
  readonly say: Say
  readonly catalog: Catalog
  /** Writes an amount of minor units as the shop writes money. */
  readonly money: (minor: number) => string
}

/** One kind of condition on a product: data that describes it, and a pure check. */
export interface ConditionKind<Kind extends string, Args extends { readonly kind: Kind }> {
  readonly kind: Kind
  readonly schema: z.ZodType<Args>
  readonly field: Field
  /** What the form starts with. */
  readonly blank: Args
  check(product: Product, args: Args): boolean
  /** The condition as the middle of a sentence: "of type Laptop". */
  sentence(args: Args, context: SentenceContext): string
}

/** Names in the form in which they are compared: tags, types and vendors differ by neither case nor outer spaces. */
export function fold(name: string): string {
  return name.trim().toLowerCase()
}

/** "a", "a or b", "a, b or c". */
export function either(names: readonly string[], say: Say): string {
  if (names.length <= 1) return names[0] ?? say('condition.nothing')
  return say('condition.either', { most: names.slice(0, -1).join(', '), last: names.at(-1)! })
}

/** A name as it stands in a sentence: in quotes unless it is one plain word that the sentence's own words cannot swallow. */
export function quote(name: string, say: Say): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(name) && !['and', 'or', 'not'].includes(fold(name))
  return plain ? name : say('condition.quoted', { name })
}
