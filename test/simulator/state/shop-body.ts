import type { ShopFacts } from '../shop.ts'

/** The body of `app/uninstalled`: Shopify's REST shape of a shop. */
export function shopBody(facts: ShopFacts): Record<string, unknown> {
  return {
    id: 1,
    name: facts.name,
    domain: facts.domain,
    myshopify_domain: facts.domain,
    email: `owner@${facts.handle}.example.com`,
    currency: facts.currency,
    money_format: facts.moneyFormat,
    iana_timezone: facts.timezone,
    plan_display_name: facts.plan,
    plan_name: facts.plan.toLowerCase(),
    primary_locale: 'en',
  }
}
