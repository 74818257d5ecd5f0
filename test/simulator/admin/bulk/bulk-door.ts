import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Installation } from '../installation.ts'
import { resultFile } from './start-bulk-query.ts'

/** `GET /bulk/<token>.jsonl`: an export's result, streamed. Needs no login, as Shopify's storage does not: the name is the secret. */
export function answerBulkFile(path: string, installations: Iterable<Installation>): Response | undefined {
  const token = /^\/bulk\/([0-9a-f]{32})\.jsonl$/.exec(path)?.[1]
  if (!token) return undefined
  for (const { bulk, filesFolder } of installations) {
    const operation = bulk.all().find((one) => one.token === token)
    if (operation?.status !== 'COMPLETED') continue
    const body = Readable.toWeb(createReadStream(resultFile(filesFolder, token))) as ReadableStream as globalThis.ReadableStream
    return new Response(body, { headers: { 'content-type': 'application/jsonl', 'content-length': String(operation.fileSize) } })
  }
  return new Response('No such file', { status: 404 })
}
