import type { Order } from '../../shop.ts'
import type { ShopState } from '../../state/shop-state.ts'
import { globalId } from '../../admin/global-id.ts'
import { planOf, priceBy } from '../../selling-plan.ts'
import type { StateLine } from '../../ui-extensions/page-state.ts'
import type { CartLine } from '../cart/cart.ts'
import { lineIdOf } from './change-lines.ts'

/** The lines of a checkout, as its page tells them. */
export function basketLines(shop: ShopState, lines: readonly CartLine[]): StateLine[] {
  const idOf = new Map(lines.map((line) => [lineIdOf(line).split('/').at(-1), lineIdOf(line)]))
  return lines.flatMap((line) => {
    const found = shop.variants.get(line.variantId)
    if (!found) return []
    const { product, variant } = found
    const plan = planOf(product, line.sellingPlanId)
    return [
      {
        id: lineIdOf(line),
        variantId: variant.id,
        productId: product.id,
        quantity: line.quantity,
        price: priceBy(variant.price, plan),
        ...(plan && { sellingPlanId: plan.id }),
        properties: line.properties,
        parent: line.parent === undefined ? undefined : idOf.get(line.parent),
      },
    ]
  })
}

/** Those of an order that was paid. */
export function orderLines(order: Order): StateLine[] {
  return order.lines.map(({ id, variantId, productId, quantity, price, properties }) => ({
    ...{ id: globalId('LineItem', id), variantId, productId, quantity, price, properties },
  }))
}
