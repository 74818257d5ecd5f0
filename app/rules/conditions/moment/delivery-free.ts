import { drawnWhereStated } from '../drawn.ts'
import type { MomentKind } from '../moment-kind.ts'

/** The cart has reached free delivery, where the merchant states from what on it is free. */
export interface DeliveryFree {
  readonly kind: 'delivery-free'
}

export const deliveryFree: MomentKind<DeliveryFree> = {
  kind: 'delivery-free',
  about: 'cart',
  fields: [],
  check: (_, { cart }) => cart.toFreeDelivery === 0,
  drawn: (_, { stated }) => drawnWhereStated(stated, (at) => ({ low: at })),
}
