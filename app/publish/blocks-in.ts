const OURS = /"type":\s*"shopify:\\?\/\\?\/apps\\?\/[^"\\/]+\\?\/blocks\\?\/(product-offers|bought-together|cart-offers|shop-offers)\\?\//g

/** The blocks of ours that a theme's template holds, by the names of their files, in the order in which they are written. */
export function blocksIn(template: string): string[] {
  return Array.from(template.matchAll(OURS), ([, block]) => block!)
}

/** More of our blocks on one page than this are one another's rivals for the shopper's eye. */
export const PAGE_BUDGET = 3
