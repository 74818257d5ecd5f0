import { drawnRange } from '../drawn.ts'
import type { Range } from '../field.ts'
import { endsOf } from '../kind.ts'
import type { MomentKind } from '../moment-kind.ts'

/** Orders so far of the customer who is signed in; of nobody else it holds. */
export interface CustomerOrders extends Range {
  readonly kind: 'customer-orders'
}

export const customerOrders: MomentKind<CustomerOrders> = {
  kind: 'customer-orders',
  about: 'customer',
  fields: [{ kind: 'range', unit: 'count' }],
  check(fact, { customer }) {
    const [low, high] = endsOf(fact)
    return customer !== null && customer.orders >= low && customer.orders <= high
  },
  drawn: ({ kind, atLeast, atMost }) => drawnRange(kind, atLeast, atMost),
}
