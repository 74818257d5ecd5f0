import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What no page of ours is: nobody frames it, keeps it or runs anything in it. */
const GUARDED = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'content-type': 'text/plain; charset=utf-8',
}
/** Bytes of a body that nobody reads which are thrown away, so that the sender may use the connection again. */
const SHORT_REST = 65_536

/** Milliseconds that whoever asks too much waits at least to hear it, and at most: who asks again at once asks the less. */
const TURNED_AWAY_AFTER = [2_000, 4_000] as const

/** Says, after a while, that too much was asked. Those who come together hear it one by one, and so do not come again together. */
export function turnAway(outgoing: ServerResponse): void {
  setTimeout(() => answerPlainly(outgoing, 429, 'Too many requests', { 'retry-after': '1' }), randomInt(...TURNED_AWAY_AFTER))
}

/**
 * Answers in a line of plain words; nothing where an answer has begun already. Where much of a body is still to come, the
 * connection ends with the answer, but where the body is merely too large: its sender would not hear why.
 */
export function answerPlainly(
  outgoing: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (outgoing.headersSent || outgoing.destroyed) return void outgoing.destroy()
  const { req } = outgoing
  const isCutOff = status !== 413 && hasMuchToCome(req)
  // Otherwise node would read all of it and throw it away.
  if (isCutOff) outgoing.once('finish', () => req.socket.destroy())
  const length = { 'content-length': Buffer.byteLength(words) }
  outgoing.writeHead(status, { ...GUARDED, ...length, ...headers, ...(isCutOff && { connection: 'close' }) }).end(words)
}

function hasMuchToCome({ complete, headers }: IncomingMessage): boolean {
  const isEmpty = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined
  return !complete && !isEmpty && !(Number(headers['content-length']) <= SHORT_REST)
}
