import { customerMergeBody, customerRedactBody, dataRequestBody, shopRedactBody } from './customer-bodies.ts'
import { known, type ShopFloor } from './shop-floor.ts'
import type { ShopState } from './shop-state.ts'

type CustomerLife = Pick<ShopState, 'mergeCustomers' | 'requestCustomerData' | 'redactCustomer' | 'redactShop'>

/** What becomes of customers, and what privacy law has Shopify tell the app. */
export function customerLife({ customers, orders, facts, tell }: ShopFloor): CustomerLife {
  const ordersOf = (customerId: number): number[] =>
    [...orders.values()].filter((order) => order.customerId === customerId).map(({ id }) => id)
  let lastRequest = 9_000
  return {
    mergeCustomers(keptId, goneId) {
      known(customers, keptId, 'customer')
      known(customers, goneId, 'customer')
      if (keptId === goneId) throw new Error(`Customer ${keptId} cannot be merged with itself`)
      for (const id of ordersOf(goneId)) orders.set(id, { ...orders.get(id)!, customerId: keptId })
      customers.delete(goneId)
      tell('customers/merge', customerMergeBody(keptId, goneId))
    },
    requestCustomerData(id) {
      tell('customers/data_request', dataRequestBody(++lastRequest, known(customers, id, 'customer'), ordersOf(id), facts))
    },
    redactCustomer(id) {
      const customer = known(customers, id, 'customer')
      customers.set(id, { id, firstName: '', lastName: '', email: '', phone: '' })
      tell('customers/redact', customerRedactBody(customer, ordersOf(id), facts))
    },
    redactShop: () => tell('shop/redact', shopRedactBody(facts)),
  }
}
