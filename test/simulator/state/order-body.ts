import { shopNumber } from '../admin/global-id.ts'
import type { Customer, LineGroup, Order, OrderLine, ShopFacts } from '../shop.ts'
import { decimal } from './money.ts'
import { refundBody } from './refund-body.ts'
import { zonedTime } from './zoned-time.ts'

/** Products and variants that are still there, by id. */
export interface Shelves {
  readonly products: ReadonlyMap<number, unknown>
  readonly variants: ReadonlyMap<number, unknown>
}

/**
 * The body of `orders/*` webhooks: Shopify's REST shape of an order, with the shopper's name, address, phone and e-mail
 * in it. They travel whether or not an app may keep them. A line whose product is no more has lost its ids.
 */
export function orderBody(order: Order, customer: Customer | null, facts: ShopFacts, shelves: Shelves): Record<string, unknown> {
  const number = Number(order.name.replace(/\D/g, ''))
  const total = order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const currentTotal = order.lines.reduce((sum, line) => sum + line.price * line.currentQuantity, 0)
  const address = addressOf(customer)
  const email = customer?.email ?? 'guest@example.com'
  return {
    id: order.id,
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    name: order.name,
    number: number - 1000,
    order_number: number,
    created_at: zonedTime(order.createdAt, facts.timezone),
    processed_at: zonedTime(order.processedAt ?? order.createdAt, facts.timezone),
    updated_at: zonedTime(order.updatedAt, facts.timezone),
    cancelled_at: order.cancelledAt && zonedTime(order.cancelledAt, facts.timezone),
    cancel_reason: order.cancelledAt ? 'customer' : null,
    closed_at: null,
    confirmed: true,
    test: order.test ?? false,
    currency: facts.currency,
    presentment_currency: facts.currency,
    subtotal_price: decimal(total),
    total_price: decimal(total),
    total_line_items_price: decimal(total),
    total_discounts: '0.00',
    total_tax: '0.00',
    current_subtotal_price: decimal(currentTotal),
    current_total_price: decimal(currentTotal),
    financial_status: currentTotal === total ? 'paid' : currentTotal === 0 ? 'refunded' : 'partially_refunded',
    fulfillment_status: null,
    source_name: 'web',
    taxes_included: true,
    tags: '',
    note: null,
    note_attributes: pairs(order.attributes),
    token: `token-of-order-${order.id}`,
    browser_ip: '192.0.2.10',
    client_details: { browser_ip: '192.0.2.10', user_agent: 'Mozilla/5.0', accept_language: 'en' },
    contact_email: email,
    email,
    phone: customer?.phone ?? null,
    buyer_accepts_marketing: false,
    billing_address: address,
    shipping_address: address,
    customer: customer && customerBody(customer, address),
    line_items: order.lines.map((line) => lineBody(line, facts.currency, shelves)),
    discount_applications: [],
    discount_codes: [],
    fulfillments: [],
    refunds: (order.refunds ?? []).map((refund) => refundBody(refund, order, facts)),
    shipping_lines: [],
    tax_lines: [],
    payment_gateway_names: ['bogus'],
    order_status_url: `https://${facts.domain}/${shopNumber(facts)}/orders/${order.id.toString(16).padStart(32, '0')}/authenticate?key=local`,
  }
}

function lineBody(line: OrderLine, currency: string, { products, variants }: Shelves): Record<string, unknown> {
  const money = { amount: decimal(line.price), currency_code: currency }
  return {
    id: line.id,
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    product_id: products.has(line.productId) ? line.productId : null,
    variant_id: variants.has(line.variantId) ? line.variantId : null,
    product_exists: products.has(line.productId),
    title: line.title,
    name: line.variantTitle === 'Default Title' ? line.title : `${line.title} - ${line.variantTitle}`,
    variant_title: line.variantTitle === 'Default Title' ? null : line.variantTitle,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    fulfillable_quantity: line.currentQuantity,
    price: decimal(line.price),
    price_set: { shop_money: money, presentment_money: money },
    total_discount: '0.00',
    discount_allocations: [],
    properties: pairs(line.properties),
    ...(line.group && { line_item_group: groupBody(line.group) }),
    gift_card: false,
    requires_shipping: true,
    taxable: true,
    tax_lines: [],
  }
}

function groupBody({ id, title, quantity, productId, variantId }: LineGroup): Record<string, unknown> {
  return { id, title, quantity, product_id: productId, variant_id: variantId, variant_sku: null, properties: [] }
}

function customerBody(customer: Customer, address: Record<string, unknown>): Record<string, unknown> {
  return {
    id: customer.id,
    admin_graphql_api_id: `gid://shopify/Customer/${customer.id}`,
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    phone: customer.phone,
    state: 'enabled',
    verified_email: true,
    tags: '',
    default_address: address,
  }
}

function addressOf(customer: Customer | null): Record<string, unknown> {
  const first = customer?.firstName ?? 'Guest'
  const last = customer?.lastName ?? 'Shopper'
  return {
    first_name: first,
    last_name: last,
    name: `${first} ${last}`,
    address1: '1 Sample Street',
    address2: null,
    city: 'Sampleton',
    zip: '1000',
    province: null,
    country: 'Austria',
    country_code: 'AT',
    phone: customer?.phone ?? null,
  }
}

function pairs(record: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }))
}
