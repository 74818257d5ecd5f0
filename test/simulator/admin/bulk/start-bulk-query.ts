import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import type { OperationDefinitionNode } from 'graphql'
import type { Ask } from '../ask.ts'
import { globalId } from '../global-id.ts'
import type { BulkOperation } from './bulk-operations.ts'
import { checkBulkQuery } from './check-bulk-query.ts'
import { compileRows, ScopeMissing } from './compile-rows.ts'
import { scatterRows } from './scatter-rows.ts'

const ROWS_AT_A_TIME = 500

/** Starts an export, which goes on by itself. Returns the operation's number, or Shopify's refusals. */
export function startBulkQuery(ask: Ask, query: string, grouped: boolean): number | { code: string; message: string }[] {
  const document = checkBulkQuery(ask.schema, query)
  if ('problem' in document) return [{ code: 'INVALID', message: document.problem }]
  const operation = ask.installation.bulk.add(query, ask.now)
  if (!operation) return [{ code: 'LIMIT_REACHED', message: 'A bulk query operation for this app and shop is already in progress.' }]
  void run(ask, operation, document.definitions[0] as OperationDefinitionNode, grouped)
  return operation.id
}

/** Where the result of an operation lies. */
export function resultFile(folder: string, token: string): string {
  return join(folder, `${token}.jsonl`)
}

async function run(ask: Ask, operation: BulkOperation, query: OperationDefinitionNode, grouped: boolean): Promise<void> {
  const { installation, schema } = ask
  const file = resultFile(installation.filesFolder, operation.token)
  await breathe()
  try {
    const plans = compileRows(schema, schema.getQueryType()!, query.selectionSet, ask.scopes)
    if (operation.status === 'CREATED') operation.status = 'RUNNING'
    await pipeline(Readable.from(lines(operation, scatterRows(plans, ask, operation.id, grouped))), createWriteStream(file))
    operation.fileSize = (await stat(file)).size
    operation.url = operation.objectCount === 0 ? null : `${installation.filesUrl}/bulk/${operation.token}.jsonl`
    operation.status = canceling(operation) ? 'CANCELED' : 'COMPLETED'
  } catch (error) {
    operation.status = 'FAILED'
    operation.errorCode = error instanceof ScopeMissing ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR'
    console.error(`Local shop: bulk operation ${operation.id} failed: ${(error as Error).message}`)
  }
  if (operation.status !== 'COMPLETED') {
    operation.url = operation.fileSize = null
    await rm(file, { force: true })
  }
  operation.completedAt = installation.now().toISOString()
  installation.tell({ topic: 'bulk_operations/finish', payload: finishBody(operation) })
}

/** Counts what it passes on, and lets others work between two batches. Ends early when the operation is cancelled. */
async function* lines(operation: BulkOperation, rows: Iterable<{ value: object; isRoot: boolean }>): AsyncGenerator<string> {
  let batch: string[] = []
  for (const { value, isRoot } of rows) {
    batch.push(JSON.stringify(value), '\n')
    operation.objectCount += 1
    if (isRoot) operation.rootObjectCount += 1
    if (batch.length < ROWS_AT_A_TIME * 2) continue
    yield batch.join('')
    batch = []
    await breathe()
    if (canceling(operation)) return
  }
  if (batch.length > 0) yield batch.join('')
}

function canceling({ status }: BulkOperation): boolean {
  return status === 'CANCELING'
}

function finishBody(operation: BulkOperation) {
  return {
    admin_graphql_api_id: globalId('BulkOperation', operation.id),
    created_at: operation.createdAt,
    completed_at: operation.completedAt,
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: 'query',
  }
}
