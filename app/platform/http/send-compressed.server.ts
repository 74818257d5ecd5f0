import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { Encoding } from './accepted-encoding.ts'

/** A tenth smaller than at 4 for half a millisecond a page; beyond it each per cent costs as much time again, and somebody waits. */
const BROTLI_QUALITY = 5

/**
 * Compresses a body as it comes and holds none of it back: what came before a pause has left by the next turn of the event loop, so
 * that a page which is drawn in parts arrives in parts. Rejects where `outgoing` closes before the end; the body is cancelled then.
 */
export async function sendCompressed(body: ReadableStream, encoding: Encoding, outgoing: Writable): Promise<void> {
  const source = Readable.fromWeb(body as NodeStream)
  const [encoder, flush] =
    encoding === 'br'
      ? [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }), constants.BROTLI_OPERATION_FLUSH]
      : [createGzip(), constants.Z_SYNC_FLUSH]
  let isDue = false
  source.on('data', () => {
    if (isDue) return
    isDue = true
    setImmediate(() => {
      isDue = false
      if (!encoder.writableEnded && !encoder.destroyed) encoder.flush(flush)
    })
  })
  await pipeline(source, encoder, outgoing)
}
