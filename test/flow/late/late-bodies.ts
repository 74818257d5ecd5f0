import { ANOTHERS, NAMED, NOT_NAMED, PERSON, products, SOMEBODY_ELSE } from './subjects.ts'

const line = { id: 1, product_id: 1, variant_id: 11, quantity: 1, current_quantity: 1, price: '12.50', properties: [] }
const person = { id: PERSON, email: 'ada@example.com', phone: '+15550100777' }
const gid = (id: number) => `gid://shopify/Customer/${id}`

/** What each order of theirs was, or is said to have become, at a moment. */
const orders = (at: string, cancelledAt: string | null = null) =>
  [...NAMED, NOT_NAMED].map((id) => ({
    ...{ id, currency: 'EUR', created_at: at, updated_at: at, cancelled_at: cancelledAt },
    customer: person,
    line_items: [{ ...line, id: id * 100 }],
  }))
const product = (at: string) => [{ id: 1, title: 'As it was once', updated_at: at }]
const collection = (at: string) => [{ id: 1, title: 'As it was once', updated_at: at }]

/** By topic, what still arrives of somebody, or of what they touched, long after they were to be forgotten. */
export const LATE: Readonly<Record<string, (at: string) => readonly unknown[]>> = {
  'orders/create': (at) => orders(at),
  'orders/updated': (at) => orders(at),
  'orders/cancelled': (at) => orders(at, at),
  'orders/edited': () => [...NAMED, NOT_NAMED].map((id) => ({ order_edit: { id: 1, order_id: id } })),
  'orders/delete': () => NAMED.map((id) => ({ id })),
  'refunds/create': (at) => [...NAMED, NOT_NAMED].map((id) => ({ id: 1, order_id: id, created_at: at, refund_line_items: [] })),
  'products/create': product,
  'products/update': product,
  'products/delete': () => [{ id: 99 }],
  'collections/create': collection,
  'collections/update': collection,
  'collections/delete': () => [{ id: 99 }],
  'inventory_items/update': (at) => [{ id: products[0]!.variants[0]!.inventoryItemId, updated_at: at }],
  'inventory_levels/update': (at) => [{ inventory_item_id: products[0]!.variants[0]!.inventoryItemId, available: 5, updated_at: at }],
  'customers/merge': () => [{ admin_graphql_api_customer_kept_id: gid(SOMEBODY_ELSE), admin_graphql_api_customer_deleted_id: gid(PERSON) }],
  'customers/data_request': () => [{ customer: person, orders_requested: [...NAMED, ANOTHERS], data_request: { id: 501 } }],
  'customers/redact': () => [
    { customer: person, orders_to_redact: NAMED },
    { customer: null, orders_to_redact: NAMED },
  ],
  'app/scopes_update': (at) => [{ current: ['read_orders'], updated_at: at }],
  'app/uninstalled': () => [{}],
  'shop/redact': () => [{}],
}
