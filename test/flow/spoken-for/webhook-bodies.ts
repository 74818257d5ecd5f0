import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { openShop } from '../../simulator/state/open-shop.ts'
import { orderBody } from '../../simulator/state/order-body.ts'
import { shopBody, shopNamedIn } from '../../simulator/state/shop-body.ts'

/** A body of the topic as Shopify would send it for the shop. Throws for a topic that has none here. */
export function bodyOf(topic: string, domain: string): Readonly<Record<string, unknown>> {
  const gid = (kind: string) => ({ admin_graphql_api_id: `gid://shopify/${kind}/7` })
  switch (topic) {
    case 'orders/create':
    case 'orders/updated':
    case 'orders/cancelled':
      return anOrderBody(domain)
    case 'orders/edited':
      return { order_edit: { id: 1, order_id: 7 } }
    case 'orders/delete':
    case 'products/delete':
    case 'collections/delete':
      return { id: 7 }
    case 'refunds/create':
      return { id: 1, order_id: 7, ...gid('Refund') }
    case 'products/create':
    case 'products/update':
      return { id: 7, title: 'Lamp', variants: [], ...gid('Product') }
    case 'collections/create':
    case 'collections/update':
      return { id: 7, title: 'Lamps', ...gid('Collection') }
    case 'inventory_items/update':
      return { id: 7, tracked: true, ...gid('InventoryItem') }
    case 'inventory_levels/update':
      return { inventory_item_id: 7, available: 1, ...gid('InventoryLevel') }
    case 'customers/merge':
      return {
        admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/7',
        admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/8',
      }
    case 'app/uninstalled':
      return shopBody(aWorld({ facts: { domain } }).facts)
    case 'app/scopes_update':
      return { previous: [], current: ['read_orders'], ...shopNamedIn(topic, { domain }) }
    case 'customers/data_request':
      return { ...shopNamedIn(topic, { domain }), customer: { id: 7 }, orders_requested: [7], data_request: { id: 1 } }
    case 'customers/redact':
      return { ...shopNamedIn(topic, { domain }), customer: { id: 7 }, orders_to_redact: [7] }
    case 'shop/redact':
      return shopNamedIn(topic, { domain })
    default:
      throw new Error(`There is no body of ${topic} here: add one`)
  }
}

function anOrderBody(domain: string): Readonly<Record<string, unknown>> {
  const product = aProduct({ id: 1 })
  const order = anOrder({ id: 7, of: [product], customerId: 7 })
  const world = aWorld({ facts: { domain }, products: [product], customers: [aCustomer({ id: 7 })], orders: [order] })
  return orderBody(order, world.customers[0]!, world.facts, openShop(world))
}
