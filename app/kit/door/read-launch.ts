import { readShopId, type ShopId } from '#app/commerce/ids.ts'

/** What the address says with which a page of the admin is opened. Nobody has vouched for it yet. */
export type Launch =
  | { readonly kind: 'launch'; readonly shop: ShopId }
  /** It names a shop and no admin: somebody came from outside of it. */
  | { readonly kind: 'outside'; readonly shop: ShopId }
  /** It names no shop: somebody came by. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'refused' }

const NAMED = /^(?:admin\.shopify\.com\/store\/([a-z0-9][a-z0-9-]*)|([a-z0-9][a-z0-9-]*\.myshopify\.com)\/admin)$/

/**
 * Who opens the app is led into the admin that `host` names, so that must be the very admin of `shop`, written as Shopify writes
 * it and no other way. A shop that was renamed has an admin under its new name: there Shopify's own word for the shop must
 * come along, in a frame, where nothing leads to `host`.
 */
export function readLaunch(query: URLSearchParams): Launch {
  if (!query.has('shop')) return { kind: 'nowhere' }
  const shop = readShopId(query.get('shop'))
  if (shop !== undefined && !query.has('host') && query.get('embedded') !== '1' && !query.has('id_token')) return { kind: 'outside', shop }
  const admin = NAMED.exec(decoded(query.get('host') ?? ''))
  if (shop === undefined || !admin) return { kind: 'refused' }
  const [, handle, domain] = admin
  const isOwn = domain === shop || `${handle}.myshopify.com` === shop
  const isRenamed = handle !== undefined && query.get('embedded') === '1' && query.has('id_token')
  return isOwn || isRenamed ? { kind: 'launch', shop } : { kind: 'refused' }
}

/** Where Shopify's admin opens the app in a shop; the app is known there by its key. */
export function adminAddress(shop: ShopId, key: string, path: string): string {
  return `https://admin.shopify.com/store/${shop.split('.')[0]}/apps/${key}${path === '/app' ? '' : path}`
}

/** Whether a page that leads out of the frame leads into this shop's admin, and not another one's. */
export function leadsHome(to: string | null, shop: ShopId): boolean {
  const homes = [`https://admin.shopify.com/store/${shop.split('.')[0]}`, `https://${shop}/admin`]
  const href = URL.canParse(to ?? '') ? new URL(to!).href : ''
  return homes.some((home) => href === home || href.startsWith(`${home}/`) || href.startsWith(`${home}?`))
}

/** One text has one spelling, but for the padding and the two alphabets. */
function decoded(host: string): string {
  const bytes = Buffer.from(host, 'base64')
  return bytes.toString('base64url') ===
    host
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, '')
    ? bytes.toString('latin1')
    : ''
}
