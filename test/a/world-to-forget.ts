import { aCustomer, anOrder, aProduct, aWorld } from './world.ts'

/** The customer whom it may have to forget, and the orders of theirs. */
export const FORGOTTEN = { customer: { id: 7 }, orders_to_redact: [1, 2] }

/** A shop of two products that twenty orders bought together, two of them the same customer's; what is forgotten changes a model. */
export function aWorldToForget() {
  const products = [aProduct({ id: 1 }), aProduct({ id: 2 })]
  const createdAt = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString()
  const { customer, orders_to_redact: theirs } = FORGOTTEN
  const orders = Array.from({ length: 20 }, (_, at) =>
    anOrder({ id: at + 1, of: products, createdAt, customerId: theirs.includes(at + 1) ? customer.id : null }),
  )
  return aWorld({ products, customers: [aCustomer(customer)], orders })
}
