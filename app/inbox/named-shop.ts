import { z } from 'zod'
import { readShopId, readShopNumber, type ShopId } from '#app/commerce/ids.ts'

/**
 * Which shop a webhook's body is about. A signature covers the body alone and every shop's deliveries are signed with the same
 * secret, so what a body names must be the shop that the headers name.
 */
export type NamedShop =
  /** With the number that Shopify knows the shop by, where the body says it. */
  { readonly kind: 'same'; readonly number: number | null } | { readonly kind: 'other'; readonly why: string }

/** What these bring cannot be undone: their bodies name their shop by its domain, or nothing follows from them. */
const MUST_NAME: ReadonlySet<string> = new Set(['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact'])
/** Topics whose body is the shop itself: its `id` is the shop's. */
const OF_A_SHOP: ReadonlySet<string> = new Set(['app/uninstalled', 'shop/update'])

const whole = z.int().positive()
const gid = z.string().transform(readShopNumber).pipe(whole)
const named = z.object({
  shop_domain: z.string().nullish(),
  myshopify_domain: z.string().nullish(),
  /** In what Shopify Flow sends, which is signed alike. */
  shopify_domain: z.string().nullish(),
  shop_id: z.union([whole, gid]).nullish(),
  /** `https://a-domain/NUMBER/orders/…`: only the number tells which shop, since its domain may be its own. */
  order_status_url: z
    .string()
    .transform((url) => /^https:\/\/[^/\s]+\/([1-9]\d{0,14})\/orders\//.exec(url)?.[1])
    .nullish(),
})

/** What a body of `topic`, which came under the name of `shop`, says about the shop that it is of. */
export function namedShop(topic: string, body: Readonly<Record<string, unknown>>, shop: ShopId): NamedShop {
  const read = named.safeParse(body)
  if (!read.success) return { kind: 'other', why: `${read.error.issues[0]!.path.join('.')}: names no shop` }
  const { shop_domain, myshopify_domain, shopify_domain, shop_id, order_status_url } = read.data
  for (const [field, domain] of Object.entries({ shop_domain, myshopify_domain, shopify_domain }))
    if (typeof domain === 'string' && readShopId(domain) !== shop) return { kind: 'other', why: `${field}: is another shop` }
  if (MUST_NAME.has(topic) && (shop_domain ?? myshopify_domain ?? null) === null)
    return { kind: 'other', why: `${OF_A_SHOP.has(topic) ? 'myshopify_domain' : 'shop_domain'}: is missing` }
  const own = OF_A_SHOP.has(topic) ? whole.safeParse(body['id']).data : undefined
  const numbers = [shop_id, order_status_url && Number(order_status_url), own].filter((one) => typeof one === 'number')
  if (new Set(numbers).size > 1) return { kind: 'other', why: 'shop_id: names two shops' }
  return { kind: 'same', number: numbers[0] ?? null }
}
