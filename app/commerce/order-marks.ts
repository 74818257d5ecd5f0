/** The line item property that tells an order which slot sold a line. The underscore hides it from shoppers. */
export const SOLD_BY_PROPERTY = '_tandem'

/** The cart attribute that tells an order which browser's visits led to it, where the shopper agreed to that. */
export const VISIT_ATTRIBUTE = '_tandem_visit'
