import { shopId, shopNumber } from '../admin/global-id.ts'
import type { ShopFacts } from '../shop.ts'

/** What bodies of the topic name their shop by, in Shopify's shape; nothing where they name none. */
export function shopNamedIn(topic: string, facts: Pick<ShopFacts, 'domain'>): Readonly<Record<string, unknown>> {
  switch (topic) {
    case 'app/uninstalled':
      return { id: shopNumber(facts), myshopify_domain: facts.domain }
    case 'app/scopes_update':
      return { shop_id: shopId(facts) }
    case 'customers/data_request':
    case 'customers/redact':
    case 'shop/redact':
      return { shop_id: shopNumber(facts), shop_domain: facts.domain }
    default:
      return {}
  }
}

/** The body of `app/uninstalled`: Shopify's REST shape of a shop. */
export function shopBody(facts: ShopFacts): Record<string, unknown> {
  return {
    id: shopNumber(facts),
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
