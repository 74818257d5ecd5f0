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
  keysOf: ({ category }) => (category === null ? [] : withAbove(fold(category))),
  wanted: ({ names }) => names.map(fold),
}

function withAbove(path: string): string[] {
  const found: string[] = []
  for (let end = path.indexOf(BELOW); end !== -1; end = path.indexOf(BELOW, end + BELOW.length)) found.push(path.slice(0, end))
  return [...found, path]
}
