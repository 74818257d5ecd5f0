import { readGid, SHOP_PAGE, toGid, type ProductId } from '#app/commerce/ids.ts'

/** Whose metafields hold what is published for a page. */
export interface Owners {
  readonly gidOf: (page: ProductId) => string
  /** Undefined for what owns nothing of ours. */
  readonly pageOf: (gid: string | undefined) => ProductId | undefined
}

/** `shop` is the shop's own global id. */
export function ownersIn(shop: string): Owners {
  return {
    gidOf: (page) => (page === SHOP_PAGE ? shop : toGid('Product', page)),
    pageOf: (gid) => (gid === shop ? SHOP_PAGE : readGid('Product', gid)),
  }
}
