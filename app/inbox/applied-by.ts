import type { Payload } from './allowed-fields.ts'

/**
 * What brings each kind of delivery into effect: what it tells is recorded, what it names is asked of Shopify, two customers become one,
 * what is granted is looked at, or `privacy` does it before all others. A kind without an entry does not compile.
 */
export const APPLIED_BY: { readonly [Kind in Payload['kind']]: 'recording' | 'asking' | 'merging' | 'looking' | 'privacy' } = {
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
}
