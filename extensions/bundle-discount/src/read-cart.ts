import type { ProductId, VariantId } from '#app/commerce/ids.ts'
import { readAmount } from '#app/commerce/money.ts'
import type { Cart, CartLine } from '#app/offers/cart.ts'
import { readDeals, type ProductDeals } from '#app/offers/deal.ts'
import type { Input } from './input.ts'

interface ReadCart {
  readonly cart: Cart
  readonly deals: ReadonlyMap<ProductId, ProductDeals>
}

/** A cart, and the deals that its products bring with them; undefined where nothing in it has a price that can be read. */
export function readCart({ cart: { lines }, presentmentCurrencyRate, shop }: Input): ReadCart | undefined {
  const currency = lines[0]?.cost.amountPerQuantity.currencyCode
  const rate = Number(presentmentCurrencyRate)
  if (currency === undefined || !(rate > 0)) return undefined
  const deals = new Map<ProductId, ProductDeals>()
  const read: CartLine[] = []
  for (const { id, quantity, cost, merchandise } of lines) {
    if (merchandise.__typename !== 'ProductVariant') continue
    const price = readAmount(cost.amountPerQuantity.amount, currency)
    if (price === undefined || cost.amountPerQuantity.currencyCode !== currency) continue
    const product = numberOf(merchandise.product.id) as ProductId
    const known = deals.has(product) ? undefined : readDeals(merchandise.product.metafield?.jsonValue)
    if (known) deals.set(product, known)
    read.push({ id, product, variant: numberOf(merchandise.id) as VariantId, price, quantity })
  }
  return { cart: { currency, rate, today: shop.localTime.date, lines: read }, deals }
}

const numberOf = (gid: string): number => Number(gid.slice(gid.lastIndexOf('/') + 1))
