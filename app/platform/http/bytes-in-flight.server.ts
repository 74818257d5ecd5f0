import type { IncomingMessage } from 'node:http'
import { openLanes } from '#app/platform/lanes.ts'
import { pacedParts } from './paced-parts.server.ts'

export type BytesTaken =
  /** `free` must be called once nobody holds the bytes any more. */
  | { readonly kind: 'whole'; readonly bytes: Buffer; readonly free: () => void }
  /** `busy`: too much is held of others. */
  | { readonly kind: 'too-large' | 'too-slow' | 'busy' | 'gone' }

interface Bounds {
  /** Bytes of one body. */
  readonly each: number
  /** Bytes of all bodies that are held at the same time. */
  readonly all: number
  /** Milliseconds in which a body must have come. */
  readonly within: number
  /** Large bodies that are read at the same time: of everybody, of one network, and how many of one wait unread. */
  readonly large: { readonly places: number; readonly each: number; readonly waiting: number }
}

/**
 * Takes in bodies of senders whom nobody knows yet: what all of them hold of our memory together has a bound, and none may take
 * its time. Small bodies, as nearly all are, have half of the bound to themselves, so that a few large ones do not crowd them out;
 * large ones are read a few at a time, and networks take turns at it.
 */
export function holdBytes({ each, all, within, large }: Bounds): (incoming: IncomingMessage, network: string) => Promise<BytesTaken> {
  const held = { small: 0, large: 0 }
  const lanes = openLanes(large)
  return async (incoming, network) => {
    const stated = Number(incoming.headers['content-length'] ?? Number.NaN)
    if (stated > each) return { kind: 'too-large' }
    const size = stated <= SMALL ? 'small' : 'large'
    const parts: Buffer[] = []
    let length = 0
    const free = (): void => {
      held[size] -= length
      length = 0
    }
    const over = new AbortController()
    const timer = setTimeout(() => {
      over.abort()
      incoming.destroy()
    }, within)
    const leave = size === 'large' ? await lanes.enter(network, over.signal) : (): void => {}
    try {
      if (leave === 'full') return { kind: 'busy' }
      if (leave === 'gone') return { kind: 'too-slow' }
      // Who is refused hears why: the connection is not broken off here.
      for await (const part of pacedParts(incoming, BYTES_PER_SECOND)) {
        length += part.byteLength
        held[size] += part.byteLength
        if (length > each || held[size] > all / 2) {
          const kind = length > each ? 'too-large' : 'busy'
          free()
          return { kind }
        }
        parts.push(part)
      }
      return { kind: 'whole', bytes: Buffer.concat(parts), free }
    } catch {
      free()
      return { kind: over.signal.aborted ? 'too-slow' : 'gone' }
    } finally {
      clearTimeout(timer)
      if (typeof leave === 'function') leave()
    }
  }
}

const SMALL = 65_536
const BYTES_PER_SECOND = 10_000_000
