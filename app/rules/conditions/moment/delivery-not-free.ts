import { drawnWhereStated } from '../drawn.ts'
import type { MomentKind } from '../moment-kind.ts'

/** Something is missing to free delivery; of a cart for which nothing is stated it never holds. */
export interface DeliveryNotFree {
  readonly kind: 'delivery-not-free'
}

export const deliveryNotFree: MomentKind<DeliveryNotFree> = {
  kind: 'delivery-not-free',
  about: 'cart',
  fields: [],
  check: (_, { cart }) => cart.toFreeDelivery !== undefined && cart.toFreeDelivery > 0,
  drawn: (_, { stated }) => drawnWhereStated(stated, (at) => ({ high: at - 1 })),
}
