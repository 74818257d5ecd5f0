import type { IncomingMessage, ServerResponse } from 'node:http'
import { LINGER } from './bounds.ts'

/**
 * Closes a connection whose request was answered before all of it had come, unless the rest comes soon: a sender hears the answer
 * once it has sent what it has, and one that never ends holds nothing of ours.
 */
export function closeWhatNeverEnds(incoming: IncomingMessage, outgoing: ServerResponse): void {
  // A request that was given up knows it no more.
  const { socket } = incoming
  outgoing.once('finish', () => {
    if (incoming.complete) return
    setTimeout(() => incoming.complete || socket.destroy(), LINGER).unref()
  })
}
