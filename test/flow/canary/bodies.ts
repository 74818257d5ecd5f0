import { ABOUT, PERSON } from './canaries.ts'

const line = {
  id: 1,
  product_id: 1,
  variant_id: 11,
  quantity: 1,
  current_quantity: 1,
  price: '12.50',
  properties: [{ name: 'Engraving', value: PERSON.firstName }],
}
const times = { created_at: '2026-11-01T10:00:00Z', updated_at: '2026-11-01T10:00:00Z' }
const order = { id: 900, currency: 'EUR', ...times, line_items: [line], ...ABOUT }
const merge = {
  admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/7',
  admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/8',
}

/** A body for every topic that the app hears of, with everything about a person in it. */
export const BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'orders/create': order,
  'orders/updated': { ...order, updated_at: '2026-11-02T10:00:00Z' },
  'orders/cancelled': { ...order, updated_at: '2026-11-03T10:00:00Z', cancelled_at: '2026-11-03T10:00:00Z', cancel_reason: PERSON.note },
  'orders/edited': { order_edit: { order_id: 900, staff_note: PERSON.note, ...ABOUT } },
  'refunds/create': { order_id: 900, ...ABOUT },
  'orders/delete': { id: 901, ...ABOUT },
  'products/create': { id: 1, ...ABOUT },
  'products/update': { id: 1, ...ABOUT },
  'products/delete': { id: 99, ...ABOUT },
  'collections/create': { id: 1, ...ABOUT },
  'collections/update': { id: 1, ...ABOUT },
  'collections/delete': { id: 99, ...ABOUT },
  'inventory_items/update': { id: 500_011, ...ABOUT },
  'inventory_levels/update': { inventory_item_id: 500_011, ...ABOUT },
  'customers/merge': { ...merge, ...ABOUT },
  'customers/data_request': { orders_requested: [900], data_request: { id: 501 }, ...ABOUT },
  'customers/redact': { orders_to_redact: [902], ...ABOUT, customer: { ...ABOUT.customer, id: 9 } },
  'app/scopes_update': { current: ['read_products'], ...ABOUT },
  'carts/update': ABOUT,
}

/** The body spoilt in every way that puts a person where something else belongs. */
export function spoilt(body: Readonly<Record<string, unknown>>): string[] {
  const whole = JSON.stringify(body)
  const misplaced = Object.keys(body).map((name) => JSON.stringify({ ...body, [name]: PERSON.email }))
  const inLine = Object.keys(line).map((name) =>
    JSON.stringify({ ...body, line_items: [{ ...line, [name]: `${PERSON.firstName} ${PERSON.email}` }] }),
  )
  return [whole.slice(0, -9), `${whole}${PERSON.firstName}`, JSON.stringify([body]), JSON.stringify(PERSON.email), ...misplaced, ...inLine]
}
