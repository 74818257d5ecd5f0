import { GraphQLError } from 'graphql'
import type { Deletion } from '../../state/shop-state.ts'
import type { Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId } from '../global-id.ts'
import { compared, search } from '../search-query.ts'

type OfDeletion = Resolver<Deletion>

const TYPES = { PRODUCT: 'Product', COLLECTION: 'Collection' } as const
const subjectId = ({ kind, id }: Deletion): string => globalId(TYPES[kind], id)

interface DeletionSearch {
  readonly query?: string | null
  readonly sortKey?: string | null
  readonly subjectTypes?: readonly Deletion['kind'][] | null
}

/** What was deleted, for apps that were not told. */
export const deletionEventResolvers: Resolvers = {
  QueryRoot: {
    deletionEvents: connection((_source: unknown, { query, sortKey, subjectTypes }: DeletionSearch, { shop }) => {
      if (!['ID', 'CREATED_AT'].includes(sortKey ?? 'ID')) throw new GraphQLError(`The local shop does not sort deletions by ${sortKey}`)
      return search(
        shop.deletions.filter(({ kind }) => !subjectTypes || subjectTypes.includes(kind)),
        query,
        { text: subjectId, fields: { occurred_at: ({ at }, term) => compared(Date.parse(at), term) } },
      )
    }, subjectId),
  },
  DeletionEvent: {
    occurredAt: (({ at }) => at) satisfies OfDeletion,
    subjectId: subjectId satisfies OfDeletion,
    subjectType: (({ kind }) => kind) satisfies OfDeletion,
  },
}
