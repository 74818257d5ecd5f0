import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

/** Bytes that a part counts as at least: taking one costs about as much however little is in it. */
const LEAST = 4_096
/** What may come between the parts of a body for each byte of it: chunks of a hundred bytes have less. */
const FRAMES = 1 / 16
/** What each further byte of that costs: a body in chunks of a byte each is a thousand times the work of a whole one. */
const FRAME_COSTS = 300
/** Milliseconds that it is worth waiting for. */
const WORTH_WAITING = 20

interface OnWire {
  readonly socket: { readonly bytesRead: number }
}

/**
 * The parts of a stream as they come, but no faster than so many bytes a second; a sender who is faster, or who sends in crumbs,
 * is held up by that and no one else. The stream is not destroyed where the reader stops.
 */
export async function* pacedParts(stream: Readable & Partial<OnWire>, bytesPerSecond: number): AsyncGenerator<Buffer> {
  const began = performance.now()
  const readBefore = stream.socket?.bytesRead ?? 0
  let [taken, cost] = [0, 0]
  for await (const part of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    yield part
    taken += part.byteLength
    cost += Math.max(LEAST, part.byteLength)
    const frames = (stream.socket?.bytesRead ?? 0) - readBefore - taken - stream.readableLength
    const crumbs = Math.max(0, frames - taken * FRAMES) * FRAME_COSTS
    const ahead = ((cost + crumbs) / bytesPerSecond) * 1_000 - (performance.now() - began)
    if (ahead > WORTH_WAITING) await wait(ahead)
  }
}
