import { GraphQLError } from 'graphql'
import type { Product } from '../../shop.ts'
import type { Ask } from '../ask.ts'
import { compared, sameText, search, type Filters } from '../search-query.ts'
import { productSource } from './sources.ts'

export interface ProductSearch {
  readonly query?: string | null
  readonly sortKey?: string | null
}

const FILTERS: Filters<Product> = {
  text: (product) => [product.title, product.handle, product.vendor, product.productType, ...product.tags].join(' '),
  fields: {
    id: (product, term) => compared(product.id, term),
    title: (product, term) => sameText(product.title, term) || product.title.toLowerCase().includes(term.value.toLowerCase()),
    handle: (product, term) => sameText(product.handle, term),
    tag: (product, term) => product.tags.some((tag) => sameText(tag, term)),
    product_type: (product, term) => sameText(product.productType, term),
    vendor: (product, term) => sameText(product.vendor, term),
    status: (product, term) => term.value.split(',').some((value) => sameText(product.status, { ...term, value })),
    created_at: (product, term) => compared(Date.parse(product.createdAt), term),
    updated_at: (product, term) => compared(Date.parse(product.updatedAt), term),
  },
}

const SORTS: Readonly<Record<string, (one: Product, other: Product) => number>> = {
  ID: (one, other) => one.id - other.id,
  RELEVANCE: (one, other) => one.id - other.id,
  TITLE: (one, other) => one.title.localeCompare(other.title) || one.id - other.id,
  VENDOR: (one, other) => one.vendor.localeCompare(other.vendor) || one.id - other.id,
  PRODUCT_TYPE: (one, other) => one.productType.localeCompare(other.productType) || one.id - other.id,
  CREATED_AT: (one, other) => one.createdAt.localeCompare(other.createdAt) || one.id - other.id,
  UPDATED_AT: (one, other) => one.updatedAt.localeCompare(other.updatedAt) || one.id - other.id,
}

/** The products that a search finds, in its order. Throws for a filter or an order that is not known here. */
export function findProducts(ask: Ask, { query, sortKey }: ProductSearch): readonly Product[] {
  const sort = SORTS[sortKey ?? 'ID']
  if (!sort) throw new GraphQLError(`The local shop does not sort products by ${sortKey}`)
  const all = [...ask.shop.products.keys()].map((id) => productSource(ask, id)!)
  return search(all, query, FILTERS).toSorted(sort)
}
