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
  const whole = order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const off = order.lines.reduce((sum, line) => sum + (line.discount?.amount ?? 0), 0)
  const total = whole - off
  const currentTotal = order.lines.reduce((sum, line) => sum + currentPrice(line), 0)
  const titles = discountTitles(order)
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
    presentment_currency: order.presentment?.currency ?? facts.currency,
    subtotal_price: decimal(total),
    total_price: decimal(total),
    total_line_items_price: decimal(whole),
    total_discounts: decimal(off),
    total_tax: '0.00',
    current_subtotal_price: decimal(currentTotal),
    current_total_price: decimal(currentTotal),
    financial_status: currentTotal === total ? 'paid' : currentTotal === 0 ? 'refunded' : 'partially_refunded',
    fulfillment_status: null,
    source_name: order.channel ?? 'web',
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
    line_items: order.lines.map((line) => lineBody(line, order, facts.currency, shelves)),
    discount_applications: titles.map((title) => applicationBody(order, title)),
    discount_codes: [],
    fulfillments: [],
    refunds: (order.refunds ?? []).map((refund) => refundBody(refund, order, facts)),
    shipping_lines: [],
    tax_lines: [],
    payment_gateway_names: ['bogus'],
    order_status_url: `https://${facts.domain}/${shopNumber(facts)}/orders/${order.id.toString(16).padStart(32, '0')}/authenticate?key=local`,
  }
}

/** What is left to pay of a line: of what came off, as much as of its pieces. */
export function currentPrice({ price, quantity, currentQuantity, discount }: OrderLine): number {
  return price * currentQuantity - Math.round(((discount?.amount ?? 0) * currentQuantity) / Math.max(1, quantity))
}

/** Each discount of an order once, in the order in which its lines name them. */
export function discountTitles({ lines }: Order): string[] {
  return [...new Set(lines.flatMap(({ discount }) => discount?.title ?? []))]
}

function applicationBody({ lines }: Order, title: string): Record<string, unknown> {
  const amount = lines.reduce((sum, { discount }) => sum + (discount?.title === title ? discount.amount : 0), 0)
  return {
    type: 'automatic',
    title,
    value: (amount / 100).toFixed(1),
    value_type: 'fixed_amount',
    allocation_method: 'across',
    target_selection: 'explicit',
    target_type: 'line_item',
  }
}

function moneySet(minor: number, currency: string, { presentment }: Order): Record<string, unknown> {
  const shop_money = { amount: decimal(minor), currency_code: currency }
  const presentment_money = presentment
    ? { amount: decimal(Math.round(minor * presentment.rate)), currency_code: presentment.currency }
    : shop_money
  return { shop_money, presentment_money }
}

function lineBody(line: OrderLine, order: Order, currency: string, { products, variants }: Shelves): Record<string, unknown> {
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
    price_set: moneySet(line.price, currency, order),
    total_discount: '0.00',
    discount_allocations: line.discount
      ? [
          {
            amount: decimal(line.discount.amount),
            amount_set: moneySet(line.discount.amount, currency, order),
            discount_application_index: discountTitles(order).indexOf(line.discount.title),
          },
        ]
      : [],
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
