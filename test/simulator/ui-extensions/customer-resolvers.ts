import { GraphQLError } from 'graphql'
import { globalId } from '../admin/global-id.ts'
import type { Customer, Order, OrderLine } from '../shop.ts'
import type { ShopperAsk, ShopperResolver, ShopperResolvers } from './shopper-ask.ts'
import { shopperConnection } from './shopper-connection.ts'

/** Shopify's Customer Account API has scopes of its own, by type. */
const NEEDED = { Customer: 'customer_read_customers', Order: 'customer_read_orders' } as const

function must({ scopes }: ShopperAsk, type: keyof typeof NEEDED): void {
  if (!scopes.has(NEEDED[type])) throw new GraphQLError(`Access denied for ${type}. Required access: \`${NEEDED[type]}\` access scope.`)
}

const orders = shopperConnection<Customer, Order>(
  (customer, ask) => {
    must(ask, 'Order')
    return [...ask.shop.orders.values()]
      .filter(({ customerId }) => customerId === customer.id)
      .toSorted((one, other) => Date.parse(madeAt(one)) - Date.parse(madeAt(other)))
  },
  ({ id }) => id,
)
const lineItems = shopperConnection<Order, OrderLine>(
  ({ lines }) => lines,
  ({ id }) => id,
)
const madeAt = ({ processedAt, createdAt }: Order) => processedAt ?? createdAt

/** As much of the Customer Account API as our blocks ask, for the customer who is signed in. */
export const customerResolvers: ShopperResolvers = {
  QueryRoot: {
    customer: (_source, _args, ask) => {
      must(ask, 'Customer')
      if (!ask.customer) throw new GraphQLError('Customer is not signed in')
      return ask.customer
    },
  },
  Customer: { orders },
  Order: {
    id: (({ id }) => globalId('Order', id)) satisfies ShopperResolver<Order>,
    processedAt: ((order) => madeAt(order)) satisfies ShopperResolver<Order>,
    lineItems,
  },
  LineItem: {
    id: (({ id }) => globalId('LineItem', id)) satisfies ShopperResolver<OrderLine>,
    productId: (({ productId }) => globalId('Product', productId)) satisfies ShopperResolver<OrderLine>,
  },
}
