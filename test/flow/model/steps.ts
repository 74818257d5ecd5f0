import fc from 'fast-check'

/** Things that happen, as data: `which` picks among what there is at that moment. */
export type Step = { readonly in: 0 | 1 } & (
  | { readonly kind: 'place'; readonly customer: number; readonly which: number; readonly quantity: number }
  | { readonly kind: 'edit' | 'refund' | 'cancel'; readonly which: number }
  | { readonly kind: 'delete-order'; readonly which: number }
  | { readonly kind: 'merge' | 'redact'; readonly which: number }
  | { readonly kind: 'ask-for-data'; readonly which: number }
  | { readonly kind: 'add-product' }
  | { readonly kind: 'change-product'; readonly which: number; readonly to: ProductChange }
  | { readonly kind: 'delete-product' | 'change-collection'; readonly which: number }
  | { readonly kind: 'save-rule'; readonly which: number; readonly when: string; readonly where: string; readonly active: boolean }
  | { readonly kind: 'delete-rule'; readonly which: number }
  | { readonly kind: 'save-settings'; readonly open: boolean; readonly excluded: string | null }
  | { readonly kind: 'ask-for-job'; readonly job: 'sync' | 'publish' | 'train' | 'check' | 'retain' }
  | { readonly kind: 'work' | 'work-together'; readonly jobs: number }
  | { readonly kind: 'break-off'; readonly after: number }
  | { readonly kind: 'hold' | 'release' | 'shuffle' }
  | { readonly kind: 'webhook-trouble'; readonly trouble: WebhookTrouble; readonly count: number }
  | { readonly kind: 'shopify-trouble'; readonly trouble: ShopifyTrouble }
  | { readonly kind: 'clock'; readonly minutes: number }
  | { readonly kind: 'expire-tokens' | 'revoke-tokens' }
  | { readonly kind: 'open' | 'uninstall' | 'uninstall-and-forget' }
)
export type ProductChange = 'sold-out' | 'in-stock' | 'draft' | 'active' | 'unpublished' | 'published' | 'dearer' | 'type'
export type WebhookTrouble = 'duplicate' | 'twin' | 'unacknowledged' | 'lost'
export type ShopifyTrouble = 'throttled' | 'spoilt-export' | 'export-expires' | 'file-cut'
export const TYPES = ['Laptop', 'Sleeve', 'Toy'] as const

const which = fc.nat(1_000)
const type = fc.constantFrom(...TYPES)
const change = fc.constantFrom<ProductChange>('sold-out', 'in-stock', 'draft', 'active', 'unpublished', 'published', 'dearer', 'type')
const one = <Part extends object>(weight: number, part: fc.Arbitrary<Part>) => ({ weight, arbitrary: part })
const only = <Kind extends string>(...kinds: Kind[]) => fc.record({ kind: fc.constantFrom(...kinds) })
const picking = <Kind extends string>(...kinds: Kind[]) => fc.record({ kind: fc.constantFrom(...kinds), which })
const is = <Kind extends string, Fields extends object>(kind: Kind, fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }) =>
  fc.record({ kind: fc.constant(kind), ...fields })

const anyHappening = fc.oneof(
  one(6, is('place', { customer: which, which, quantity: fc.integer({ min: 1, max: 3 }) })),
  one(8, picking('edit', 'refund', 'cancel', 'delete-order')),
  one(3, picking('merge', 'redact', 'ask-for-data')),
  one(1, only('add-product')),
  one(5, is('change-product', { which, to: change })),
  one(2, picking('delete-product', 'change-collection')),
  one(4, is('save-rule', { which, when: type, where: type, active: fc.boolean() })),
  one(1, picking('delete-rule')),
  one(1, is('save-settings', { open: fc.boolean(), excluded: fc.option(type) })),
  one(2, is('ask-for-job', { job: fc.constantFrom('sync', 'publish', 'train', 'check', 'retain') })),
  one(5, is('work', { jobs: fc.integer({ min: 1, max: 3 }) })),
  one(2, is('work-together', { jobs: fc.integer({ min: 2, max: 4 }) })),
  one(2, is('break-off', { after: fc.nat(40) })),
  one(4, only('hold', 'release', 'shuffle')),
  one(
    4,
    is('webhook-trouble', {
      trouble: fc.constantFrom<WebhookTrouble>('duplicate', 'twin', 'unacknowledged', 'lost'),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  one(2, is('shopify-trouble', { trouble: fc.constantFrom<ShopifyTrouble>('throttled', 'spoilt-export', 'export-expires', 'file-cut') })),
  one(1, is('clock', { minutes: fc.constantFrom(-10, 0, 10) })),
  one(2, only('expire-tokens', 'revoke-tokens')),
  one(3, only('open', 'uninstall', 'uninstall-and-forget')),
)

/** What happens in two shops, one thing after the other. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(fc.constantFrom(0 as const, 1 as const), anyHappening).map(([at, happening]) => ({ in: at, ...happening }) as Step),
  { minLength: 3, maxLength: 30, size: 'max' },
)
