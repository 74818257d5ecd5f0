import type { Customer, ShopFacts } from '../shop.ts'
import { shopNamedIn } from './shop-body.ts'

/** With e-mail and phone, as Shopify sends them: the app has to drop them. */
const person = ({ id, email, phone }: Customer) => ({ id, email, phone })

/** The body of `customers/data_request`. */
export function dataRequestBody(id: number, customer: Customer, orders: readonly number[], facts: ShopFacts): Record<string, unknown> {
  return { ...shopNamedIn('customers/data_request', facts), orders_requested: orders, customer: person(customer), data_request: { id } }
}

/** The body of `customers/redact`. */
export function customerRedactBody(customer: Customer, orders: readonly number[], facts: ShopFacts): Record<string, unknown> {
  return { ...shopNamedIn('customers/redact', facts), customer: person(customer), orders_to_redact: orders }
}

/** The body of `shop/redact`. */
export function shopRedactBody(facts: ShopFacts): Record<string, unknown> {
  return shopNamedIn('shop/redact', facts)
}

/** The body of `customers/merge`. */
export function customerMergeBody(keptId: number, goneId: number): Record<string, unknown> {
  return {
    admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${keptId}`,
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${goneId}`,
    admin_graphql_api_job_id: null,
    status: 'completed',
    errors: [],
  }
}
