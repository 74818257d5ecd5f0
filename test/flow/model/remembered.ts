import type { Order } from '../../simulator/shop.ts'

/** What a shop's state does not tell any more, or never did, as the oracle needs it. */
export interface Remembered {
  readonly domain: string
  /** Whether something happened of which the app cannot know before it looks again. */
  missed: boolean
  /** Whether the app was ever removed. */
  left: boolean
  /** Whether it was removed last without being told. */
  leftUnheard: boolean
  /** Whether nothing is held of it any more, since the app was removed for good. */
  forgotten: boolean
  readonly rules: Map<string, { readonly when: string; readonly where: string; readonly active: boolean }>
  /** Whether models may fill what rules leave. */
  open: boolean
  /** A type that is never offered. */
  excluded: string | null
  readonly redactedCustomers: Set<number>
  readonly redactedOrders: Set<number>
  /** Who was merged into whom without the app being told: no order's `updated_at` tells of it. */
  readonly unheardMerges: Map<number, number>
  /** Orders deleted without the app being told. It asks after them at night, an hour after they were made at the earliest. */
  readonly unheardDeletions: Map<number, Order>
  nextProduct: number
}

export function nothingYet(domain: string): Remembered {
  return {
    domain,
    missed: false,
    left: false,
    leftUnheard: false,
    forgotten: false,
    rules: new Map(),
    open: false,
    excluded: null,
    redactedCustomers: new Set(),
    redactedOrders: new Set(),
    unheardMerges: new Map(),
    unheardDeletions: new Map(),
    nextProduct: 100,
  }
}
