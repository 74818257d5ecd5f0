import { globalId } from '../admin/global-id.ts'
import { dayIn } from '../state/zoned-time.ts'
import type { ShopState } from '../state/shop-state.ts'
import { discountGid, type Discount } from './discount.ts'
import { LIMITS } from './function-host.ts'
import type { PlainLine } from './plain-line.ts'
import { amountOf, type Till } from './till.ts'

/** A cart line's global id: Shopify's ends in no number either. */
export const lineGid = (key: string): string => `gid://shopify/CartLine/${encodeURIComponent(key)}`

interface MetafieldArgs {
  readonly namespace?: string | null
  readonly key: string
}

/** What a function of discounts may ask of a cart, as Shopify's schema names it. */
export function functionInput(shop: ShopState, appNamespace: string, discount: Discount, lines: readonly PlainLine[], till: Till): object {
  const metafield =
    (ownerId: string) =>
    ({ namespace, key }: MetafieldArgs) => {
      const stored = !namespace || namespace === '$app' ? appNamespace : namespace.replace(/^\$app:/, `${appNamespace}--`)
      const field = shop.metafields.get(ownerId, stored, key)
      if (!field || Buffer.byteLength(field.value) > LIMITS.metafieldBytes) return null
      return { type: field.type, value: field.value, jsonValue: field.type === 'json' ? (JSON.parse(field.value) as unknown) : field.value }
    }
  return {
    cart: {
      lines: lines.map(({ key, line, product, variant, price }) => ({
        id: lineGid(key),
        quantity: line.quantity,
        cost: { amountPerQuantity: { amount: amountOf(price, till), currencyCode: till.currency } },
        merchandise: {
          __typename: 'ProductVariant',
          id: globalId('ProductVariant', variant.id),
          title: variant.title,
          sku: variant.sku,
          product: {
            id: globalId('Product', product.id),
            handle: product.handle,
            title: product.title,
            productType: product.productType,
            vendor: product.vendor,
            isGiftCard: product.isGiftCard,
            metafield: metafield(globalId('Product', product.id)),
          },
        },
      })),
    },
    discount: { discountClasses: ['PRODUCT'], metafield: metafield(discountGid(discount.id)) },
    presentmentCurrencyRate: String(till.rate),
    shop: { localTime: { date: dayIn(shop.now(), shop.facts.timezone) } },
  }
}
