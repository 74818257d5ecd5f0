import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Body } from './take-body.server.ts'

/** Headers that are between two neighbours alone. */
const BETWEEN_NEIGHBOURS = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect']

export type PassedOn = 'answered' | 'gone' | 'too-slow' | 'failed'

interface Way {
  readonly socketPath: string
  readonly agent?: Agent
  /** Milliseconds until the whole answer must be there. */
  readonly within: number
}

/**
 * Has a request answered by the process behind a socket, and passes the answer on as it comes. Ends it where whoever asked has
 * gone, or where it takes too long.
 */
export function passOn(
  incoming: IncomingMessage,
  body: Body | undefined,
  outgoing: ServerResponse,
  { socketPath, agent, within }: Way,
): Promise<PassedOn> {
  return new Promise((resolve) => {
    const headers = neighbourless(incoming.headers)
    if (body) headers['content-length'] = String(body.length)
    const asked = request({ socketPath, agent, method: incoming.method, path: incoming.url, headers })
    const end = (how: PassedOn): void => {
      clearTimeout(tooLong)
      outgoing.off('close', closed)
      if (how !== 'answered') asked.destroy()
      resolve(how)
    }
    const closed = (): void => end(outgoing.writableFinished ? 'answered' : 'gone')
    const tooLong = setTimeout(() => end('too-slow'), within)
    outgoing.once('close', closed)
    asked.once('error', () => end(outgoing.destroyed ? 'gone' : 'failed'))
    asked.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, neighbourless(answer.headers))
      answer.once('error', () => end('failed'))
      answer.once('end', () => end('answered'))
      answer.pipe(outgoing)
    })
    if (body)
      body
        .read()
        .once('error', () => end('failed'))
        .pipe(asked)
    else asked.end()
  })
}

function neighbourless(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = { ...headers }
  for (const name of BETWEEN_NEIGHBOURS) delete kept[name]
  return kept
}
