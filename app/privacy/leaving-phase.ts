export type LeavingPhase = 'asked' | 'metafields' | 'discounts' | 'definitions' | 'rows' | 'done' | 'failed'

/** How far the removal of everything of ours has come. */
export interface Leaving {
  readonly phase: LeavingPhase
  /** Removed from the shop so far. */
  readonly metafields: number
  readonly definitions: number
  readonly discounts: number
  /** Definitions of the app's configuration: empty by now, and Shopify's to remove when the app is uninstalled. */
  readonly leftToShopify: number
  readonly failure: string | null
}
