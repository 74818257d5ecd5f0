import type { Resolver, Resolvers } from '../ask.ts'
import { appResolvers } from './app.ts'
import { bulkOperationResolvers } from './bulk-operations.ts'
import { collectionResolvers } from './collections.ts'
import { customerResolvers } from './customers.ts'
import { deletionEventResolvers } from './deletion-events.ts'
import { marketResolvers } from './markets.ts'
import { discountResolvers } from './discounts.ts'
import { metafieldDefinitionResolvers } from './metafield-definitions.ts'
import { metafieldResolvers } from './metafields.ts'
import { nodeResolvers } from './node.ts'
import { orderResolvers } from './orders.ts'
import { productResolvers } from './products.ts'
import { shopResolvers } from './shop.ts'
import { themeResolvers } from './themes.ts'
import { variantResolvers } from './variants.ts'
import { webPixelResolvers } from './web-pixel.ts'
import { webhookSubscriptionResolvers } from './webhook-subscriptions.ts'

/** All that the local shop answers. What is not here, and not a property of its source, fails loudly. */
export const allResolvers: Resolvers = merged([
  appResolvers,
  bulkOperationResolvers,
  collectionResolvers,
  customerResolvers,
  deletionEventResolvers,
  discountResolvers,
  marketResolvers,
  metafieldDefinitionResolvers,
  metafieldResolvers,
  nodeResolvers,
  orderResolvers,
  productResolvers,
  shopResolvers,
  themeResolvers,
  variantResolvers,
  webPixelResolvers,
  webhookSubscriptionResolvers,
])

function merged(parts: readonly Resolvers[]): Resolvers {
  const all: Record<string, Record<string, Resolver>> = {}
  for (const part of parts) for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...fields }
  return all
}
