import type { Order, Refund, ShopFacts } from '../shop.ts'
import { LOCATION_ID } from './inventory-bodies.ts'
import { decimal } from './money.ts'
import { zonedTime } from './zoned-time.ts'

/** The body of `refunds/create`: Shopify's REST shape of a refund. */
export function refundBody(refund: Refund, order: Order, facts: ShopFacts): Record<string, unknown> {
  const at = zonedTime(refund.createdAt, facts.timezone)
  return {
    id: refund.id,
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    order_id: order.id,
    created_at: at,
    processed_at: at,
    note: null,
    user_id: 1,
    restock: refund.lines.some(({ restocked }) => restocked),
    refund_line_items: refund.lines.map(({ id, lineId, quantity, restocked }) => {
      const line = order.lines.find((one) => one.id === lineId)
      return {
        id,
        line_item_id: lineId,
        quantity,
        location_id: restocked ? LOCATION_ID : null,
        restock_type: restocked ? 'return' : 'no_restock',
        subtotal: decimal((line?.price ?? 0) * quantity),
        total_tax: '0.00',
      }
    }),
    transactions: [],
    order_adjustments: refund.beyond
      ? [
          {
            id: refund.id + 1,
            order_id: order.id,
            refund_id: refund.id,
            amount: decimal(-refund.beyond),
            tax_amount: '0.00',
            kind: 'refund_discrepancy',
            reason: 'Refund discrepancy',
          },
        ]
      : [],
    refund_shipping_lines: [],
  }
}

/** By how much all refunds of an order differ from what came back: below 0 where the shopper was given more. */
export const discrepancyOf = ({ refunds = [] }: Order): number => 0 - refunds.reduce((sum, { beyond = 0 }) => sum + beyond, 0)
