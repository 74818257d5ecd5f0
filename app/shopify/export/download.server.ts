import { setTimeout as wait } from 'node:timers/promises'
import { ShopifyUnreachable } from '#app/shopify/shopify-failures.ts'

/** The file is not there any more: Shopify keeps results for seven days. */
export class FileGone extends Error {
  override name = 'FileGone'
}

const GONE = [401, 403, 404, 410]
/** Storage that says nothing for so long will not go on. */
const SILENCE = 20_000
/** How often the file is asked for again without a single new byte. */
const FRUITLESS = 6
const FIRST_PAUSE = 150

/**
 * The bytes behind a URL, each once and in order, though the line may break: it is taken up where it ended. `size` is
 * what the file should have, where that is known. Throws FileGone, ShopifyUnreachable when nothing more comes, and the
 * signal's reason.
 */
export async function* download(url: string, size: number | null, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let got = 0
  let why = ''
  for (let fruitless = 0; fruitless < FRUITLESS;) {
    const before = got
    try {
      for await (const part of readFrom(url, got, signal)) {
        got += part.byteLength
        yield part
      }
      if (size === null || got >= size) return
      why = `ended after ${got} of ${size} bytes`
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof FileGone) throw error
      why = error instanceof Error ? error.message : String(error)
    }
    fruitless = got > before ? 0 : fruitless + 1
    if (fruitless < FRUITLESS) await wait(FIRST_PAUSE * 2 ** fruitless, undefined, { signal })
  }
  throw new ShopifyUnreachable(`The export's file cannot be had: ${why}`)
}

async function* readFrom(url: string, from: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const silence = new AbortController()
  let alarm = setTimeout(() => silence.abort(), SILENCE)
  const stop = () => silence.abort(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    // The range counts the file's own bytes, so nothing may be packed on the way.
    const headers = { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${from}-` }) }
    const response = await fetch(url, { headers, signal: silence.signal })
    if (GONE.includes(response.status)) throw new FileGone(`The export's file answered ${response.status}`)
    if (response.status === 416) return
    if (!response.ok || !response.body) throw new Error(`answered ${response.status}`)
    let known = response.status === 206 ? 0 : from
    for await (const part of response.body as AsyncIterable<Uint8Array>) {
      clearTimeout(alarm)
      const skipped = Math.min(known, part.byteLength)
      known -= skipped
      if (skipped < part.byteLength) yield part.subarray(skipped)
      alarm = setTimeout(() => silence.abort(), SILENCE)
    }
  } finally {
    clearTimeout(alarm)
    signal.removeEventListener('abort', stop)
    silence.abort()
  }
}
