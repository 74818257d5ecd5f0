import { createHmac } from 'node:crypto'
import type { CustomerId, OrderId, ShopId } from '#app/commerce/ids.ts'
import { API_SECRETS } from '#app/platform/env.server.ts'

/** The two kinds of things that can be buried, and the ids that name them. */
export interface Mortal {
  order: OrderId
  customer: CustomerId
}

/**
 * What stays of an order or customer that must not come back: 64 hexadecimal digits that are the same for the same id,
 * and that nobody can turn back into it, nor look for it by trying ids, without the app's secret.
 */
export function fingerprintOf<Kind extends keyof Mortal>(shop: ShopId, kind: Kind, id: Mortal[Kind]): string {
  return fingerprintsOf(shop, kind, id)[0]!
}

/** What may stay of it: while the app's secret is replaced, the one before has left its own. */
export function fingerprintsOf<Kind extends keyof Mortal>(shop: ShopId, kind: Kind, id: Mortal[Kind]): string[] {
  return API_SECRETS.map((secret) => createHmac('sha256', secret).update(`${shop}/${kind}/${id}`).digest('hex'))
}

/** What a browser is known by in a shop's own rows: nobody can turn it back into what Shopify calls it, and in another shop it is another. */
export function markOfVisitor(shop: ShopId, visitor: string): string {
  return createHmac('sha256', API_SECRETS[0]!).update(`${shop}/visitor/${visitor}`).digest('base64url').slice(0, 22)
}
