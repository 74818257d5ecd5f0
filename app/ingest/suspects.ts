import { readGid, type CollectionId, type OrderId, type ProductId } from '#app/commerce/ids.ts'
import type { BrokenLine } from '#app/shopify/export/broken-line.ts'

/** What broken lines of a catalogue are about: nothing of it may be taken over with a part missing. */
export interface SuspectGoods {
  readonly products: readonly ProductId[]
  readonly collections: readonly CollectionId[]
  /** A product may lack a variant, and no line says which. */
  readonly mayTear: boolean
  /** A whole product may be missing, and no line says which. */
  readonly mayLackSome: boolean
}

export function suspectGoods(broken: readonly BrokenLine[]): SuspectGoods {
  const products = new Set<ProductId>()
  const collections = new Set<CollectionId>()
  let mayTear = false
  let mayLackSome = false
  for (const { gid, parent, isSpare } of broken) {
    if (isSpare) continue
    const product = readGid('Product', parent ?? gid)
    const collection = readGid('Collection', gid)
    if (product !== undefined) products.add(product)
    else if (collection !== undefined) collections.add(collection)
    else mayTear = true
    mayLackSome ||= gid === null && parent === null
  }
  return { products: [...products], collections: [...collections], mayTear, mayLackSome }
}

/** The orders that broken lines are about, and whether one more may lack a line that does not say whose it is. */
export function suspectOrders(broken: readonly BrokenLine[]): { readonly orders: readonly OrderId[]; readonly mayTear: boolean } {
  const named = broken.map(({ gid, parent }) => readGid('Order', parent ?? gid))
  return { orders: [...new Set(named.filter((id) => id !== undefined))], mayTear: named.includes(undefined) }
}
