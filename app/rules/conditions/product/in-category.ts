import type { Names } from '../field.ts'
import { fold, type ProductKind } from '../kind.ts'

/** In one of the categories of Shopify's taxonomy, or below it: "Electronics > Audio" holds all headphones. */
export interface InCategory extends Names {
  readonly kind: 'category'
}

const BELOW = ' > '

export const inCategory: ProductKind<InCategory> = {
  kind: 'category',
  fields: [{ kind: 'names', source: 'categories' }],
  by: 'keys',
  keysOf: ({ category }) => (category === null ? [] : withAbove(fold(category).split(BELOW))),
  wanted: ({ names }) => names.map(fold),
}

function withAbove(path: readonly string[]): string[] {
  return path.map((_, depth) => path.slice(0, depth + 1).join(BELOW))
}
