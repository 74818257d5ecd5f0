/** The cart of `/cart.js`, as far as it is read here. */
interface AjaxCart {
  readonly token: string
  readonly item_count: number
  readonly total_price: number
  readonly currency: string
  readonly items: readonly { readonly key: string; readonly quantity: number; readonly final_line_price: number }[]
  readonly discount_codes?: readonly unknown[]
}

/** The cart of `/cart.js` as the standard events tell it. */
export function standardCart({ token, item_count, total_price, currency, items, discount_codes = [] }: AjaxCart) {
  const cost = (cents: number) => ({ totalAmount: { amount: (cents / 100).toFixed(2), currencyCode: currency } })
  const lines = items.map(({ key, quantity, final_line_price }) => ({ id: key, quantity, cost: cost(final_line_price) }))
  return { id: `gid://shopify/Cart/${token}`, totalQuantity: item_count, cost: cost(total_price), lines, discountCodes: discount_codes }
}
