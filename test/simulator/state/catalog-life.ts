import { globalId } from '../admin/global-id.ts'
import type { Product, Variant } from '../shop.ts'
import { collectionBody } from './collection-body.ts'
import { productBody } from './product-body.ts'
import { known, type ShopFloor } from './shop-floor.ts'
import type { Deletion, MetafieldStore, ShopState } from './shop-state.ts'

type CatalogLife = Pick<
  ShopState,
  'addProduct' | 'changeProduct' | 'deleteProduct' | 'addCollection' | 'changeCollection' | 'deleteCollection' | 'deletions'
>

/** What becomes of products and collections. */
export function catalogLife(floor: ShopFloor, metafields: MetafieldStore): CatalogLife {
  const { products, productsByHandle, variants, collections, collectionsByHandle, facts, tell, time, stamp, rework } = floor
  const deletions: Deletion[] = []
  const shelve = (product: Product, before: readonly Variant[] = []): void => {
    for (const { id } of before) variants.delete(id)
    for (const variant of product.variants) variants.set(variant.id, { product, variant })
  }
  return {
    deletions,
    addProduct(given) {
      if (products.has(given.id) || productsByHandle.has(given.handle)) throw new Error(`Product ${given.id} is there already`)
      const product = { ...structuredClone(given), createdAt: time(), updatedAt: time() }
      products.set(product.id, product)
      productsByHandle.set(product.handle, product)
      shelve(product)
      tell('products/create', productBody(product, facts))
      return product
    },
    changeProduct(id, change) {
      const product = known(products, id, 'product')
      const before = [...product.variants]
      rework([product], () => {
        change(product)
        shelve(product, before)
      })
      return product
    },
    deleteProduct(id) {
      const product = known(products, id, 'product')
      products.delete(id)
      productsByHandle.delete(product.handle)
      for (const variant of product.variants) {
        variants.delete(variant.id)
        metafields.forget(globalId('ProductVariant', variant.id))
      }
      metafields.forget(globalId('Product', id))
      for (const collection of collections.values()) collection.productIds = collection.productIds.filter((one) => one !== id)
      deletions.push({ kind: 'PRODUCT', id, at: time() })
      tell('products/delete', { id })
    },
    addCollection(given) {
      if (collections.has(given.id) || collectionsByHandle.has(given.handle)) throw new Error(`Collection ${given.id} is there already`)
      const collection = { ...structuredClone(given), updatedAt: time() }
      collections.set(collection.id, collection)
      collectionsByHandle.set(collection.handle, collection)
      tell('collections/create', collectionBody(collection, facts))
      return collection
    },
    changeCollection(id, change) {
      const collection = known(collections, id, 'collection')
      change(collection)
      stamp(collection)
      tell('collections/update', collectionBody(collection, facts))
      return collection
    },
    deleteCollection(id) {
      const collection = known(collections, id, 'collection')
      collections.delete(id)
      collectionsByHandle.delete(collection.handle)
      metafields.forget(globalId('Collection', id))
      deletions.push({ kind: 'COLLECTION', id, at: time() })
      tell('collections/delete', { id })
    },
  }
}
