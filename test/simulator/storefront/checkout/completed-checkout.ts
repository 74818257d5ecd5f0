import type { Order } from '../../shop.ts'
import type { ShopState } from '../../state/shop-state.ts'

/**
 * The data of the standard event `checkout_completed`, of what Shopify tells a pixel that asks for no protected customer data: its
 * numbers are texts, and money is a number of whole units with its currency.
 */
export function completedCheckout({ facts, variants }: ShopState, order: Order, token: string): object {
  const money = (cents: number) => ({ amount: cents / 100, currencyCode: facts.currency })
  const total = order.lines.reduce((sum, { price, quantity, discount }) => sum + price * quantity - (discount?.amount ?? 0), 0)
  const lineItems = order.lines.map(({ id, variantId, productId, quantity, price, title, discount, properties }) => {
    const product = variants.get(variantId)?.product
    return {
      id: String(id),
      title,
      quantity,
      properties: Object.entries(properties).map(([key, value]) => ({ key, value })),
      finalLinePrice: money(price * quantity - (discount?.amount ?? 0)),
      variant: {
        id: String(variantId),
        price: money(price),
        product: {
          id: String(productId),
          title: product?.title ?? title,
          type: product?.productType ?? '',
          vendor: product?.vendor ?? '',
          url: product ? `/products/${product.handle}` : null,
        },
      },
    }
  })
  return {
    checkout: {
      token,
      currencyCode: facts.currency,
      order: { id: String(order.id), customer: { id: order.customerId === null ? null : String(order.customerId) } },
      lineItems,
      subtotalPrice: money(total),
      totalPrice: money(total),
    },
  }
}
