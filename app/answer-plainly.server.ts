import type { IncomingMessage, ServerResponse } from 'node:http'

/** What no page of ours is: nobody frames it, keeps it or runs anything in it. */
const GUARDED = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'content-type': 'text/plain; charset=utf-8',
}
/** Bytes of a body that nobody reads which are thrown away, so that the sender may use the connection again. */
const SHORT_REST = 65_536

/** Milliseconds in which a body that is merely too large may come to its end: cut off, its sender would not hear why. */
const PATIENCE = 5_000

/**
 * Answers in a line of plain words; nothing where an answer has begun already. Where much of a body is still to come, the
 * connection ends with the answer, or soon after it where the body is merely too large.
 */
export function answerPlainly(
  outgoing: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (outgoing.headersSent || outgoing.destroyed) return void outgoing.destroy()
  const { req } = outgoing
  const isCutOff = hasMuchToCome(req) && status !== 413
  if (hasMuchToCome(req) && status === 413) setTimeout(() => req.complete || req.socket.destroy(), PATIENCE).unref()
  const length = { 'content-length': Buffer.byteLength(words) }
  outgoing.writeHead(status, { ...GUARDED, ...length, ...headers, ...(isCutOff && { connection: 'close' }) }).end(words)
}

function hasMuchToCome({ complete, headers }: IncomingMessage): boolean {
  const isEmpty = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined
  return !complete && !isEmpty && !(Number(headers['content-length']) <= SHORT_REST)
}
