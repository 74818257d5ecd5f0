import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

/** Bytes that a part counts as at least: taking one costs about as much however little is in it. */
const LEAST = 4_096
/** Milliseconds that it is worth waiting for. */
const WORTH_WAITING = 20

/**
 * The parts of a stream as they come, but no faster than so many bytes a second; a sender who is faster, or who sends in crumbs,
 * is held up by that and no one else. The stream is not destroyed where the reader stops.
 */
export async function* pacedParts(stream: Readable, bytesPerSecond: number): AsyncGenerator<Buffer> {
  const began = performance.now()
  let cost = 0
  for await (const part of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    yield part
    cost += Math.max(LEAST, part.byteLength)
    const ahead = (cost / bytesPerSecond) * 1_000 - (performance.now() - began)
    if (ahead > WORTH_WAITING) await wait(ahead)
  }
}
