import type { Catalog } from '#app/catalog/catalog.ts'
import type { Minor } from '#app/commerce/money.ts'
import { priceOf } from '#app/commerce/product.ts'
import { toFreeDelivery, type FreeDelivery } from '#app/rules/free-delivery.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import type { PreviewRequest } from './preview-request.ts'

/** What of the shop decides on a moment. */
interface PreviewedShop {
  readonly today: string
  readonly currency: string
  readonly freeDelivery: readonly FreeDelivery[] | undefined
}

/** The moment of an imagined visit. Products that are gone are in no cart. A line costs what its product's cheapest variant does. */
export function momentOf(
  { customer, cart, isForeign, market, language, date }: PreviewRequest,
  catalog: Catalog,
  { today, currency, freeDelivery }: PreviewedShop,
): Moment {
  const lines = cart.flatMap(({ id, quantity }) => {
    const at = catalog.indexOf(id)
    return at === undefined ? [] : [{ product: catalog.products[at]!, quantity }]
  })
  const subtotal = lines.reduce((sum, { product, quantity }) => sum + (priceOf(product) ?? 0) * quantity, 0)
  const day = date ?? today
  return {
    cart: {
      lines,
      subtotal: isForeign ? null : (subtotal as Minor),
      ...(!isForeign && { toFreeDelivery: toFreeDelivery(freeDelivery, { market, currency, subtotal }) }),
    },
    customer,
    market,
    language,
    date: day,
    // Sunday is the seventh.
    weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7,
  }
}
