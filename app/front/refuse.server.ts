import type { ServerResponse } from 'node:http'

/** What no page of ours is: nobody frames it, keeps it or runs anything in it. */
const GUARDED = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'content-type': 'text/plain; charset=utf-8',
}

/** Answers in a line of plain words; nothing where an answer has begun already. */
export function answerPlainly(
  outgoing: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (outgoing.headersSent || outgoing.destroyed) return void outgoing.destroy()
  outgoing.writeHead(status, { ...GUARDED, 'content-length': Buffer.byteLength(words), ...headers }).end(words)
}
