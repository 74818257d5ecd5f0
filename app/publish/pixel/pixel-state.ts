/** How our pixel in a shop does, for the page that says so. */
export type PixelState =
  /** The merchant has not granted what it takes. */
  | { readonly kind: 'not-granted' }
  /** In Shopify's words. */
  | { readonly kind: 'refused'; readonly why: string }
  /** `lastHeard` (ISO 8601) within the last day and night, in which `today` events came. */
  | { readonly kind: 'runs'; readonly lastHeard: string | null; readonly today: number }
