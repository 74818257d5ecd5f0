import { readGid, toGid, type CustomerId, type OrderId } from '#app/commerce/ids.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { asGranted, ORDER_OWNERS } from './order-documents.ts'

const AT_ONCE = 250

/**
 * Whose the orders are now, in asks of 250 each: null where they are nobody's or the app may not know, and without an entry
 * where there is no such order any more.
 */
export async function fetchOwners(
  admin: AdminApi,
  ids: readonly OrderId[],
  scopes: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<OrderId, CustomerId | null>> {
  const owners = new Map<OrderId, CustomerId | null>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const named = { ids: ids.slice(at, at + AT_ONCE).map((id) => toGid('Order', id)) }
    const { nodes } = await callAdmin(admin, asGranted(ORDER_OWNERS, scopes), named, { signal })
    for (const node of nodes) {
      const id = node && 'id' in node ? readGid('Order', node.id) : undefined
      const customer = node && 'customer' in node ? readGid('Customer', node.customer?.id) : undefined
      if (id !== undefined) owners.set(id, customer ?? null)
    }
  }
  return owners
}
