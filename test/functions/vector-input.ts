import { toAmount, type Minor } from '#app/commerce/money.ts'
import type { Stack } from '#app/offers/discount.ts'
import vectors from '#app/offers/price-vectors.json' with { type: 'json' }

export type PriceVector = (typeof vectors)[number]

export { vectors }

/** A cart of the price vectors as Shopify hands it to the function. */
export function inputOf({ cart, deals }: PriceVector, stack: Stack = 'alone') {
  const beside = deals as Readonly<Record<string, unknown>>
  return {
    cart: {
      lines: cart.lines.map(({ id, product, variant, price, quantity }) => ({
        id: `gid://shopify/CartLine/${id}`,
        quantity,
        cost: { amountPerQuantity: { amount: toAmount(price as Minor, cart.currency), currencyCode: cart.currency } },
        merchandise: {
          __typename: 'ProductVariant',
          id: `gid://shopify/ProductVariant/${variant}`,
          product: { id: `gid://shopify/Product/${product}`, metafield: beside[product] ? { jsonValue: beside[product] } : null },
        },
      })),
    },
    discount: { discountClasses: ['PRODUCT'], metafield: { value: stack } },
    presentmentCurrencyRate: String(cart.rate),
    shop: { localTime: { date: cart.today } },
  }
}
