import type { Metaobject } from '../../metaobject.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { globalId, installationId, numberOf, readGlobalId, shopId } from '../global-id.ts'
import { discountSource } from './discounts.ts'
import { bulkSource, subscriptionSource } from './own-sources.ts'
import { itemSource } from './variants.ts'
import {
  appSource,
  collectionSource,
  customerSource,
  definitionSource,
  installationSource,
  metaobjectSource,
  orderSource,
  pictureSource,
  productSource,
  shopSource,
  variantSource,
} from './sources.ts'

/** Whatever a global id stands for; null where there is no such thing. Throws for a type that the local shop does not keep. */
export function nodeSource(ask: Ask, id: string): object | null {
  const read = readGlobalId(id)
  if (!read) return null
  switch (read.type) {
    case 'Product':
      return productSource(ask, read.number)
    case 'ProductVariant':
      return variantSource(ask, read.number)
    case 'InventoryItem':
      return itemSource(ask, read.number)
    case 'Collection':
      return collectionSource(ask, read.number)
    case 'Metaobject':
      return metaobjectSource(ask, read.number)
    case 'Order':
      return orderSource(ask, read.number)
    case 'Customer':
      return customerSource(ask, read.number)
    case 'MediaImage': {
      const product = ask.shop.products.get(read.number)
      return product ? pictureSource(product) : null
    }
    case 'Shop':
      return id === shopId(ask.shop.facts) ? shopSource(ask) : null
    case 'AppInstallation':
      return id === installationId(ask.shop) ? installationSource(ask) : null
    case 'App':
      return read.number === ask.installation.app.id ? appSource(ask) : null
    case 'MetafieldDefinition': {
      const definition = ask.installation.definitions.all().find((one) => one.id === read.number)
      return definition ? definitionSource(definition) : null
    }
    case 'DiscountAutomaticNode':
      return discountSource(ask, read.number)
    case 'BulkOperation':
      return bulkSource(ask, numberOf('BulkOperation', id))
    case 'WebhookSubscription':
      return subscriptionSource(ask, read.number)
    default:
      throw new Error(`The local shop has no node of type ${read.type}`)
  }
}

export const nodeResolvers: Resolvers = {
  Metaobject: { id: (({ id }) => globalId('Metaobject', id)) satisfies Resolver<Metaobject> },
  QueryRoot: {
    node: ((_source, { id }, ask) => nodeSource(ask, id)) satisfies Resolver<unknown, { id: string }>,
    nodes: ((_source, { ids }, ask) => ids.map((id) => nodeSource(ask, id))) satisfies Resolver<unknown, { ids: readonly string[] }>,
  },
}
