import { LONGEST_DEALS } from '#app/offers/deal.ts'

/** `usual`: every second product brings two deals with it; `longest`: one in ten brings as many as are handed on. */
export type CartKind = 'usual' | 'longest'

const gid = (type: string, id: number) => `gid://shopify/${type}/${8_100_000_000_000 + id}`
const numberOf = (id: number) => 8_100_000_000_000 + id

/** A cart of so many lines, of which each second is offered beside the one before it, as Shopify hands it to the function. */
export function fullCart(kind: CartKind, lines: number): object {
  return {
    cart: {
      lines: Array.from({ length: lines }, (_, at) => ({
        id: `gid://shopify/CartLine/${'0123456789abcdef'.repeat(2)}-${at}`,
        quantity: 1 + (at % 3),
        cost: { amountPerQuantity: { amount: `${10 + at}.95`, currencyCode: 'EUR' } },
        merchandise: {
          __typename: 'ProductVariant',
          id: gid('ProductVariant', at + 1),
          product: { id: gid('Product', at + 1), metafield: metafieldOf(kind, at) },
        },
      })),
    },
    discount: { discountClasses: ['PRODUCT'], metafield: { value: 'alone' } },
    presentmentCurrencyRate: '1.0',
    shop: { localTime: { date: '2026-11-29' } },
  }
}

function metafieldOf(kind: CartKind, at: number): object | null {
  if (at % (kind === 'usual' ? 2 : 10) !== 0) return null
  const deals: object[] = []
  const whole = () => ({ v: 1, currency: 'EUR', deals })
  for (let nth = 0; kind === 'usual' ? nth < 2 : JSON.stringify(whole()).length < LONGEST_DEALS - 400; nth += 1)
    deals.push({
      rule: `rule-${at}-${nth}-abcdef`,
      stack: 'alone',
      discount: { kind: 'percent', off: 1_000 + nth },
      offered: [1, 2, 3, 4].map((next) => numberOf(at + 1 + next + nth)),
      floors: { [numberOf(at + 2 + nth)]: 900 },
    })
  return { jsonValue: whole() }
}
