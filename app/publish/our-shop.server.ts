import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { ownersIn, type Owners } from './owners.ts'

const SHOP_ITSELF = `#graphql
  query ShopItself {
    shop { id }
  }` as const

/** Whose metafields hold what is published in a shop. Throws as `callAdmin` does. */
export async function ownersOf(admin: AdminApi, signal?: AbortSignal): Promise<Owners> {
  const { shop } = await callAdmin(admin, SHOP_ITSELF, undefined, signal && { signal })
  return ownersIn(shop.id)
}
