import { globalId, installationId, shopId } from './admin/global-id.ts'
import { discountGid } from './discounts/discount.ts'
import type { ShopState } from './state/shop-state.ts'

/** Global ids of everything in a shop that can bear an app's metafields. */
export function metafieldOwners(shop: ShopState): string[] {
  return [
    ...[...shop.products.keys()].map((id) => globalId('Product', id)),
    ...[...shop.variants.keys()].map((id) => globalId('ProductVariant', id)),
    ...[...shop.collections.keys()].map((id) => globalId('Collection', id)),
    ...[...shop.customers.keys()].map((id) => globalId('Customer', id)),
    ...[...shop.discounts.keys()].map(discountGid),
    ...[...shop.orders.keys()].map((id) => globalId('Order', id)),
    shopId(shop.facts),
    installationId(shop),
  ]
}
