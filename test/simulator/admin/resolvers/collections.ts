import { GraphQLError } from 'graphql'
import type { Collection } from '../../shop.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { compared, sameText, search, type Filters } from '../search-query.ts'
import { metafieldFields } from './metafield-fields.ts'
import { plainText } from './plain-text.ts'
import { collectionSource, productSource } from './sources.ts'

type OfCollection = Resolver<Collection>

interface CollectionSearch {
  readonly query?: string | null
  readonly sortKey?: string | null
}

const FILTERS: Filters<Collection> = {
  text: (collection) => `${collection.title} ${collection.handle}`,
  fields: {
    id: (collection, term) => compared(collection.id, term),
    title: (collection, term) => sameText(collection.title, term) || collection.title.toLowerCase().includes(term.value.toLowerCase()),
    handle: (collection, term) => sameText(collection.handle, term),
    updated_at: (collection, term) => compared(Date.parse(collection.updatedAt), term),
  },
}

const SORTS: Readonly<Record<string, (one: Collection, other: Collection) => number>> = {
  ID: (one, other) => one.id - other.id,
  RELEVANCE: (one, other) => one.id - other.id,
  TITLE: (one, other) => one.title.localeCompare(other.title) || one.id - other.id,
  UPDATED_AT: (one, other) => one.updatedAt.localeCompare(other.updatedAt) || one.id - other.id,
}

export function findCollections(ask: Ask, { query, sortKey }: CollectionSearch): readonly Collection[] {
  const sort = SORTS[sortKey ?? 'ID']
  if (!sort) throw new GraphQLError(`The local shop does not sort collections by ${sortKey}`)
  const all = [...ask.shop.collections.keys()].map((id) => collectionSource(ask, id)!)
  return search(all, query, FILTERS).toSorted(sort)
}

const byHandle = (handle: string, ask: Ask): Collection | null => collectionSource(ask, ask.shop.collectionsByHandle.get(handle)?.id)

export const collectionResolvers: Resolvers = {
  QueryRoot: {
    collection: ((_source, { id }, ask) => collectionSource(ask, numberOf('Collection', id))) satisfies Resolver<unknown, { id: string }>,
    collectionByHandle: ((_source, { handle }, ask) => byHandle(handle, ask)) satisfies Resolver<unknown, { handle: string }>,
    collectionByIdentifier: ((_source, { identifier: { id, handle } }, ask) =>
      handle ? byHandle(handle, ask) : collectionSource(ask, numberOf('Collection', id ?? ''))) satisfies Resolver<
      unknown,
      { identifier: { id?: string; handle?: string } }
    >,
    collections: connection(
      (_source: unknown, args: CollectionSearch, ask) => findCollections(ask, args),
      ({ id }) => id,
    ),
    collectionsCount: ((_source, args, ask) => ({ count: findCollections(ask, args).length, precision: 'EXACT' })) satisfies Resolver<
      unknown,
      CollectionSearch
    >,
  },
  Collection: {
    ...metafieldFields(({ id }: Collection) => globalId('Collection', id)),
    id: ((collection) => globalId('Collection', collection.id)) satisfies OfCollection,
    legacyResourceId: ((collection) => String(collection.id)) satisfies OfCollection,
    description: ((collection) => plainText(collection.descriptionHtml)) satisfies OfCollection,
    sortOrder: () => 'MANUAL',
    templateSuffix: () => null,
    ruleSet: () => null,
    image: () => null,
    products: connection(
      (collection: Collection, _args: object, ask) =>
        collection.productIds.map((id) => productSource(ask, id)).filter((product) => product !== null),
      ({ id }) => id,
    ),
    productsCount: ((collection) => ({ count: collection.productIds.length, precision: 'EXACT' })) satisfies OfCollection,
    hasProduct: ((collection, { id }) => collection.productIds.includes(numberOf('Product', id) ?? 0)) satisfies Resolver<
      Collection,
      { id: string }
    >,
  },
}
