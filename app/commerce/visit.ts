/** Names a browser in one shop: 32 hexadecimal digits, made at random in it once its shopper agrees. */
export type VisitId = string & { readonly __id: 'visit' }

/** The cart attribute that tells an order which browser's visits led to it, where the shopper agreed to that. */
export const VISIT_ATTRIBUTE = '_tandem_visit'

/** A visit id as an event or a cart carries it; null for whatever else somebody has put there. */
export function readVisit(value: unknown): VisitId | null {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? (value as VisitId) : null
}
