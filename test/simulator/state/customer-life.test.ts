import { expect, test } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { shopNumber } from '../admin/global-id.ts'
import { openShop } from './open-shop.ts'

const lamp = aProduct({ id: 7 })

function aShop() {
  const orders = [anOrder({ id: 1, of: [lamp], customerId: 4 }), anOrder({ id: 2, of: [lamp], customerId: 5 })]
  const shop = openShop(aWorld({ products: [lamp], customers: [aCustomer({ id: 4 }), aCustomer({ id: 5 })], orders }))
  const events: { readonly topic: string; readonly payload: unknown }[] = []
  shop.onEvent((event) => events.push(event))
  return { shop, events }
}

test('merged customers share the orders of both', () => {
  const { shop, events } = aShop()
  shop.mergeCustomers(5, 4)
  expect([...shop.orders.values()].map(({ customerId }) => customerId)).toEqual([5, 5])
  expect(shop.customers.has(4)).toBe(false)
  expect(events).toMatchObject([
    {
      topic: 'customers/merge',
      payload: {
        admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/5',
        admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/4',
      },
    },
  ])
  expect(() => shop.mergeCustomers(5, 5)).toThrow('with itself')
  expect(() => shop.mergeCustomers(5, 4)).toThrow('No customer 4')
})

test('privacy requests name the orders, with the e-mail and phone that an app must not keep', () => {
  const { shop, events } = aShop()
  shop.requestCustomerData(4)
  shop.redactCustomer(4)
  shop.redactShop()
  const customer = { id: 4, email: 'customer-4@example.com', phone: '+15555550100' }
  const at = { shop_id: shopNumber({ domain: 'tiny.myshopify.com' }), shop_domain: 'tiny.myshopify.com' }
  expect(events).toEqual([
    { topic: 'customers/data_request', payload: { ...at, orders_requested: [1], customer, data_request: { id: 9001 } } },
    { topic: 'customers/redact', payload: { ...at, customer, orders_to_redact: [1] } },
    { topic: 'shop/redact', payload: at },
  ])
})

test('after redaction Shopify still names the customer’s id, and nothing else of the person', () => {
  const { shop, events } = aShop()
  shop.redactCustomer(4)
  shop.changeOrder(1, {})
  expect(events.at(-1)).toMatchObject({ topic: 'orders/updated', payload: { email: '', customer: { id: 4, email: '', first_name: '' } } })
})
