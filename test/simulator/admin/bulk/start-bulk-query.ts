import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { Kind, type OperationDefinitionNode } from 'graphql'
import type { ExportTrouble } from '../../weather/export-trouble.ts'
import { spoilLines, wholeLines, type Line } from '../../weather/spoil-lines.ts'
import { luckOf } from '../../world/random.ts'
import type { Ask } from '../ask.ts'
import { globalId } from '../global-id.ts'
import type { BulkOperation } from './bulk-operations.ts'
import { checkBulkQuery } from './check-bulk-query.ts'
import { compileRows, ScopeMissing } from './compile-rows.ts'
import { scatterRows, type Row } from './scatter-rows.ts'

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
  const trouble = installation.weather.exports.meet(() => rootFields(query))
  await breathe()
  try {
    const plans = compileRows(schema, schema.getQueryType()!, query.selectionSet, ask.scopes)
    if (operation.status === 'CREATED') operation.status = 'RUNNING'
    if (trouble?.kind === 'stuck') await canceled(operation)
    const rows = scatterRows(plans, ask, operation.id, grouped)
    await pipeline(Readable.from(batches(operation, linesIn(ask, rows, trouble, operation))), createWriteStream(file))
    const status = canceling(operation) ? 'CANCELED' : endOf(trouble)
    const readable = operation.objectCount > 0 && (status === 'COMPLETED' || status === 'FAILED')
    if (readable) operation.fileSize = (await stat(file)).size
    else await rm(file, { force: true })
    // Whoever sees the status sees the result as well.
    if (readable) operation[status === 'COMPLETED' ? 'url' : 'partialDataUrl'] = `${installation.filesUrl}/bulk/${operation.token}.jsonl`
    if (trouble?.kind === 'fails') operation.errorCode = trouble.errorCode ?? 'INTERNAL_SERVER_ERROR'
    operation.status = status
  } catch (error) {
    operation.errorCode = error instanceof ScopeMissing ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR'
    operation.status = 'FAILED'
    console.error(`Local shop: bulk operation ${operation.id} failed: ${(error as Error).message}`)
    await rm(file, { force: true })
  }
  operation.completedAt = installation.now().toISOString()
  installation.tell({ topic: 'bulk_operations/finish', payload: finishBody(operation) })
}

function endOf(trouble: ExportTrouble | undefined): 'COMPLETED' | 'EXPIRED' | 'FAILED' {
  switch (trouble?.kind) {
    case 'fails':
      return 'FAILED'
    case 'expires':
      return 'EXPIRED'
    default:
      return 'COMPLETED'
  }
}

function rootFields({ selectionSet }: OperationDefinitionNode): string[] {
  return selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
}

/** The rows as lines, as the weather leaves them. */
function* linesIn({ installation }: Ask, rows: Iterable<Row>, trouble: ExportTrouble | undefined, { id }: BulkOperation): Generator<Line> {
  if (trouble?.kind === 'spoilt') {
    const [lines, damage] = spoilLines(rows, trouble, luckOf(`export ${id}`))
    installation.weather.exports.damages.push(damage)
    return yield* lines
  }
  if (trouble?.kind !== 'fails') return yield* wholeLines(rows)
  let left = trouble.after
  for (const line of wholeLines(rows)) {
    if (left-- === 0) return
    yield line
  }
}

/** Counts what it passes on, and lets others work between two batches. Ends early when the operation is cancelled. */
async function* batches(operation: BulkOperation, lines: Iterable<Line>): AsyncGenerator<string> {
  let batch: string[] = []
  for (const { text, isRoot } of lines) {
    batch.push(text)
    operation.objectCount += 1
    if (isRoot) operation.rootObjectCount += 1
    if (batch.length < ROWS_AT_A_TIME) continue
    yield batch.join('')
    batch = []
    await breathe()
    if (canceling(operation)) return
  }
  if (batch.length > 0) yield batch.join('')
}

function canceled({ canceling: { signal } }: BulkOperation): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })))
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
