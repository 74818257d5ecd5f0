import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { cutShort } from '../../weather/cut-short.ts'
import { inTrouble } from '../../weather/request-trouble.ts'
import type { Installation } from '../installation.ts'
import type { BulkOperation } from './bulk-operations.ts'
import { resultFile } from './start-bulk-query.ts'

/**
 * `GET /bulk/<token>.jsonl`: an export's result, streamed, or what is left of it from `range: bytes=<from>-` on. Needs no
 * login, as Shopify's storage does not: the name is the secret.
 */
export async function answerBulkFile(request: Request, installations: Iterable<Installation>): Promise<Response | undefined> {
  const token = /^\/bulk\/([0-9a-f]{32})\.jsonl$/.exec(new URL(request.url).pathname)?.[1]
  if (!token) return undefined
  for (const { bulk, filesFolder, weather } of installations) {
    const operation = bulk.all().find((one) => one.token === token)
    if (!operation || (operation.url ?? operation.partialDataUrl) === null) continue
    const trouble = weather.files.meet(() => [])
    const whole = await inTrouble(trouble, request, async () => fileOf(operation, filesFolder, request.headers.get('range')))
    return trouble?.kind === 'cut' ? cutShort(whole, trouble.after) : whole
  }
  return new Response('No such file', { status: 404 })
}

function fileOf(operation: BulkOperation, folder: string, range: string | null): Response {
  const size = operation.fileSize!
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
  if (start > 0 && start >= size) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const body = Readable.toWeb(
    createReadStream(resultFile(folder, operation.token), { start }),
  ) as ReadableStream as globalThis.ReadableStream
  const headers = { 'content-type': 'application/jsonl', 'content-length': String(size - start), 'accept-ranges': 'bytes' }
  return start === 0
    ? new Response(body, { headers })
    : new Response(body, { status: 206, headers: { ...headers, 'content-range': `bytes ${start}-${size - 1}/${size}` } })
}
