import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sendCompressed } from './send-compressed.server.ts'

const encodings = fc.constantFrom('br' as const, 'gzip' as const)

describe('a body that is compressed as it comes', () => {
  it('is the same body, in however many parts it came', async () => {
    await fc.assert(
      fc.asyncProperty(encodings, fc.array(fc.uint8Array({ minLength: 1 })), async (encoding, parts) => {
        const outgoing = new PassThrough()
        const [sent] = await Promise.all([buffer(outgoing), sendCompressed(new Blob(parts).stream(), encoding, outgoing)])
        const opened = encoding === 'br' ? brotliDecompressSync(sent) : gunzipSync(sent)
        expect(opened.equals(Buffer.concat(parts))).toBe(true)
      }),
    )
  })

  it.each(['br', 'gzip'] as const)('in %s leaves before what comes later is there', async (encoding) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const opened = encoding === 'br' ? createBrotliDecompress() : createGunzip()
    const sending = sendCompressed(readable, encoding, opened)
    void writer.write(Buffer.from('<head>'))
    const [first] = (await once(opened, 'data')) as [Buffer]
    expect(first.toString()).toBe('<head>')
    void writer.write(Buffer.from('<body>'))
    const [second] = (await once(opened, 'data')) as [Buffer]
    expect(second.toString()).toBe('<body>')
    opened.resume()
    await Promise.all([sending, writer.close()])
  })

  it('is cancelled where nobody takes it any more', async () => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.alloc(1_000)),
      cancel: () => void (isCancelled = true),
    })
    const outgoing = new PassThrough()
    outgoing.once('data', () => outgoing.destroy())
    await expect(sendCompressed(body, 'gzip', outgoing)).rejects.toThrow()
    expect(isCancelled).toBe(true)
  })
})
