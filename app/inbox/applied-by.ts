import type { Payload } from './allowed-fields.ts'

/**
 * What brings each kind of delivery into effect: what it tells is recorded, what it names is asked of Shopify, two customers become one,
 * what is granted is looked at, or `privacy` does it before all others. A kind without an entry does not compile.
 */
export const APPLIED_BY = {
  order: 'recording',
  'order-named': 'asking',
  'order-deleted': 'asking',
  product: 'asking',
  collection: 'asking',
  'inventory-item': 'asking',
  merge: 'merging',
  scopes: 'looking',
  uninstalled: 'privacy',
  'data-request': 'privacy',
  'redact-customer': 'privacy',
  'redact-shop': 'privacy',
} as const satisfies Readonly<Record<Payload['kind'], 'recording' | 'asking' | 'merging' | 'looking' | 'privacy'>>

type AppliedBy = typeof APPLIED_BY
type KindOfPrivacy = { [Kind in keyof AppliedBy]: AppliedBy[Kind] extends 'privacy' ? Kind : never }[keyof AppliedBy]

/** Whether `privacy` brings it into effect, before all others. */
export function isOfPrivacy(kept: Payload): kept is Extract<Payload, { readonly kind: KindOfPrivacy }> {
  return APPLIED_BY[kept.kind] === 'privacy'
}
