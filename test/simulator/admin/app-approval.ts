/** What Shopify has been asked for the app, and has granted: no file of the app's says it, and a deploy depends on it. */
export interface AppApproval {
  /** Null: not chosen yet. */
  readonly distribution: 'custom' | 'public' | null
  /** Level 1 of protected customer data, which a public app has to ask for. */
  readonly customerData: boolean
  /** Scopes that are given on request alone, as far as they were given. */
  readonly scopes: readonly string[]
}

export const ALL_APPROVED: AppApproval = { distribution: 'custom', customerData: true, scopes: ['read_all_orders'] }
