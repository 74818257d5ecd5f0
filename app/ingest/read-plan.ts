import type { Plan } from '#app/commerce/placement.ts'

/** What Shopify says of a shop's plan. */
interface PlanAnswer {
  readonly publicDisplayName: string
  readonly shopifyPlus: boolean
  /** A shop to try things in: every page can have blocks there. */
  readonly partnerDevelopment: boolean
}

/** Plans without a thank-you page or an account that takes blocks. */
const STARTERS: readonly string[] = ['Starter', 'Lite']

export function readPlan({ publicDisplayName, shopifyPlus, partnerDevelopment }: PlanAnswer): Plan {
  if (shopifyPlus || partnerDevelopment) return 'plus'
  return STARTERS.includes(publicDisplayName) ? 'starter' : 'standard'
}
