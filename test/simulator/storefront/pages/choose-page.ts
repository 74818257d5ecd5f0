import { isOnSale } from '../is-on-sale.ts'
import { CollectionDrop } from '../liquid/drops/collection-drop.ts'
import { ProductDrop } from '../liquid/drops/product-drop.ts'
import type { Shelf } from '../liquid/drops/shelf.ts'
import type { Visit } from '../visit.ts'
import { findProducts } from './find-products.ts'
import { pageOf } from './page-of.ts'

/** A template with the objects that it needs beyond those of every page. */
export interface Page {
  readonly template: string
  readonly objects: Readonly<Record<string, unknown>>
}

const productsOnPage = 24

/** Undefined where there is no page at the visit's address. */
export function choosePage(visit: Visit, shelf: Shelf): Page | undefined {
  const [first = '', handle, ...rest] = visit.path.slice(1).split('/')
  if (rest.length > 0) return undefined
  if (first === 'products' && handle) return productPage(visit, shelf, handle)
  if (first === 'collections' && handle) return collectionPage(visit, shelf, handle)
  if (handle) return undefined
  if (first === '') return { template: 'index', objects: {} }
  if (first === 'collections') return { template: 'list-collections', objects: {} }
  if (first === 'cart') return { template: 'cart', objects: {} }
  return first === 'search' ? searchPage(visit, shelf) : undefined
}

export function productPage(visit: Visit, shelf: Shelf, handle: string): Page | undefined {
  const product = visit.shop.productsByHandle.get(handle)
  if (!product || !isOnSale(product)) return undefined
  const collection = [...visit.shop.collections.values()].find((one) => one.productIds.includes(product.id))
  const objects = { product: new ProductDrop(product, shelf, Number(visit.query.get('variant'))) }
  return { template: 'product', objects: { ...objects, collection: collection && new CollectionDrop(collection, shelf) } }
}

function collectionPage(visit: Visit, shelf: Shelf, handle: string): Page | undefined {
  const collection = visit.shop.collectionsByHandle.get(handle)
  if (!collection) return undefined
  const drop = new CollectionDrop(collection, shelf)
  const { items, paginate } = pageOf(drop.products, Number(visit.query.get('page')), productsOnPage)
  return { template: 'collection', objects: { collection: drop, products: items, paginate } }
}

function searchPage(visit: Visit, shelf: Shelf): Page {
  const terms = visit.query.get('q') ?? ''
  const { items, paginate } = pageOf(findProducts(visit.shop, terms), Number(visit.query.get('page')), productsOnPage)
  return { template: 'search', objects: { terms, products: items.map((product) => new ProductDrop(product, shelf)), paginate } }
}
