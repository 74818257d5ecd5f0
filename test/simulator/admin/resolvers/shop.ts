import type { ShopFacts } from '../../shop.ts'
import type { Resolver, Resolvers } from '../ask.ts'
import { shopId } from '../global-id.ts'
import { metafieldFields } from './metafield-fields.ts'
import { shopSource } from './sources.ts'

type OfShop = Resolver<ShopFacts>

const PLUS = /plus/i

export const shopResolvers: Resolvers = {
  QueryRoot: { shop: (_source, _args, ask) => shopSource(ask) },
  Shop: {
    ...metafieldFields<ShopFacts>(shopId),
    id: ((facts) => shopId(facts)) satisfies OfShop,
    myshopifyDomain: ((facts) => facts.domain) satisfies OfShop,
    currencyCode: ((facts) => facts.currency) satisfies OfShop,
    ianaTimezone: ((facts) => facts.timezone) satisfies OfShop,
    email: ((facts) => `owner@${facts.handle}.example.com`) satisfies OfShop,
    contactEmail: ((facts) => `hello@${facts.handle}.example.com`) satisfies OfShop,
    enabledPresentmentCurrencies: ((facts) => [facts.currency]) satisfies OfShop,
    taxesIncluded: () => true,
    url: (_source, _args, ask) => ask.installation.storefrontUrl,
    primaryDomain: (_source, _args, ask) => {
      const url = ask.installation.storefrontUrl
      return { id: 'gid://shopify/Domain/1', host: new URL(url).host, url, sslEnabled: false }
    },
    plan: ((facts) => ({ publicDisplayName: facts.plan, shopifyPlus: PLUS.test(facts.plan), partnerDevelopment: false })) satisfies OfShop,
    currencyFormats: ((facts) => ({
      moneyFormat: facts.moneyFormat,
      moneyWithCurrencyFormat: `${facts.moneyFormat} ${facts.currency}`,
      moneyInEmailsFormat: facts.moneyFormat,
      moneyWithCurrencyInEmailsFormat: `${facts.moneyFormat} ${facts.currency}`,
    })) satisfies OfShop,
  },
}
