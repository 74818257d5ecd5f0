import type { Market, MarketCatalog } from '../../market.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { asType } from '../type-name.ts'
import { productSource } from './sources.ts'

/** A catalog seen from what is published in it. */
interface Publication {
  readonly id: number
  readonly productIds: readonly number[]
}

interface MarketSearch {
  readonly type?: Market['type'] | null
}

/** A publication bears its catalog's number. */
function publicationOf({ id, productIds }: MarketCatalog): Publication | null {
  return productIds && asType('Publication', { id, productIds })
}

function publicationSource(ask: Ask, id: number | undefined): Publication | null {
  const catalog = id === undefined ? undefined : ask.shop.marketCatalogs.get(id)
  return catalog ? publicationOf(catalog) : null
}

export const marketResolvers: Resolvers = {
  QueryRoot: {
    markets: connection(
      (_source: unknown, { type }: MarketSearch, ask) => [...ask.shop.markets.values()].filter((market) => !type || market.type === type),
      ({ id }) => id,
    ),
    publication: ((_source, { id }, ask) => publicationSource(ask, numberOf('Publication', id))) satisfies Resolver<
      unknown,
      { id: string }
    >,
  },
  Market: {
    id: (({ id }) => globalId('Market', id)) satisfies Resolver<Market>,
    catalogs: connection(
      ({ catalogIds }: Market, _args: object, ask) =>
        catalogIds.flatMap((id) => {
          const catalog = ask.shop.marketCatalogs.get(id)
          return catalog ? [asType('MarketCatalog', catalog)] : []
        }),
      ({ id }) => id,
    ),
  },
  MarketCatalog: {
    id: (({ id }) => globalId('MarketCatalog', id)) satisfies Resolver<MarketCatalog>,
    publication: publicationOf satisfies Resolver<MarketCatalog>,
  },
  Publication: {
    id: (({ id }) => globalId('Publication', id)) satisfies Resolver<Publication>,
    // What is a draft, or not in the online store, is published nowhere.
    products: connection(
      ({ productIds }: Publication, _args: object, ask) =>
        productIds.flatMap((id) => {
          const product = productSource(ask, id)
          return product?.publishedAt && product.status === 'ACTIVE' ? [product] : []
        }),
      ({ id }) => id,
    ),
  },
}
