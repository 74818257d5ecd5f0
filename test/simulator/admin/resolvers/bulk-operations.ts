import type { Resolver, Resolvers } from '../ask.ts'
import type { BulkOperation } from '../bulk/bulk-operations.ts'
import { startBulkQuery } from '../bulk/start-bulk-query.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { sameText, search } from '../search-query.ts'
import { bulkSource } from './own-sources.ts'

type OfOperation = Resolver<BulkOperation>

export const bulkOperationResolvers: Resolvers = {
  QueryRoot: {
    bulkOperation: ((_source, { id }, ask) => bulkSource(ask, numberOf('BulkOperation', id))) satisfies Resolver<unknown, { id: string }>,
    currentBulkOperation: ((_source, { type }, ask) =>
      type === 'MUTATION' ? null : bulkSource(ask, ask.installation.bulk.all().at(-1)?.id)) satisfies Resolver<
      unknown,
      { type?: string | null }
    >,
    bulkOperations: connection(
      (_source: unknown, { query }: { query?: string | null }, ask) =>
        search(
          ask.installation.bulk.all().map(({ id }) => bulkSource(ask, id)!),
          query,
          {
            text: (operation) => operation.query,
            fields: {
              status: (operation, term) => sameText(operation.status, term),
              operation_type: (_operation, term) => sameText('QUERY', term),
            },
          },
        ),
      ({ id }) => id,
    ),
  },
  Mutation: {
    bulkOperationRunQuery: ((_source, { query, groupObjects }, ask) => {
      const started = startBulkQuery(ask, query, groupObjects ?? false)
      return typeof started === 'number'
        ? { bulkOperation: bulkSource(ask, started), userErrors: [] }
        : { bulkOperation: null, userErrors: started.map(({ code, message }) => ({ field: ['query'], code, message })) }
    }) satisfies Resolver<unknown, { query: string; groupObjects?: boolean | null }>,
    bulkOperationCancel: ((_source, { id }, ask) => {
      const operation = bulkSource(ask, numberOf('BulkOperation', id))
      if (!operation) return { bulkOperation: null, userErrors: [{ field: ['id'], message: 'Bulk operation does not exist' }] }
      const running = ask.installation.bulk.cancel(operation.id)
      const message = `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}`
      return { bulkOperation: operation, userErrors: running ? [] : [{ field: null, message }] }
    }) satisfies Resolver<unknown, { id: string }>,
  },
  BulkOperation: {
    id: ((operation) => globalId('BulkOperation', operation.id)) satisfies OfOperation,
    type: () => 'QUERY',
    objectCount: ((operation) => String(operation.objectCount)) satisfies OfOperation,
    rootObjectCount: ((operation) => String(operation.rootObjectCount)) satisfies OfOperation,
    fileSize: ((operation) => (operation.fileSize === null ? null : String(operation.fileSize))) satisfies OfOperation,
  },
}
