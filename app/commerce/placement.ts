/** Where in the shop a slot stands. */
export const PLACEMENTS = ['product-page'] as const
export type Placement = (typeof PLACEMENTS)[number]

/** Who may fill a slot: the merchant's rules alone, or the rules first and a model for what they leave. */
export const LOCKS = ['locked', 'open'] as const
export type Lock = (typeof LOCKS)[number]

/** The lock of a placement on which the merchant has not decided: the machine waits to be asked. */
export const LOCK_UNLESS_SAID: Lock = 'locked'

/** The line item property that tells an order which slot sold a line. The underscore hides it from shoppers. */
export const SOLD_BY_PROPERTY = '_tandem'
