/** Where in the shop a slot stands. */
export const PLACEMENTS = ['product-page'] as const
export type Placement = (typeof PLACEMENTS)[number]

/**
 * Who may fill a slot: the merchant's rules alone; the rules' offers in a model's order (`assisted`); the rules first and a
 * model for what they leave (`open`); nobody.
 */
export const LOCKS = ['locked', 'assisted', 'open', 'off'] as const
export type Lock = (typeof LOCKS)[number]

/** The lock of a placement on which the merchant has not decided: the machine waits to be asked. */
export const LOCK_UNLESS_SAID: Lock = 'locked'

/** The line item property that tells an order which slot sold a line. The underscore hides it from shoppers. */
export const SOLD_BY_PROPERTY = '_tandem'
