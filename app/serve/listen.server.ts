import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '#app/platform/log.server.ts'
import { answer, DOOR, type DoorAnswer, type DoorPlace } from './door.server.ts'

/** Takes a request of node's HTTP server and answers it; false where it is not for the storefront's door. */
export type Listen = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/** The storefront's door as a listener: nothing of the framework stands between it and the socket. */
export function listenAtDoor(place: DoorPlace): Listen {
  return ({ method = '', url = '' }, outgoing) => {
    if (!url.startsWith(DOOR)) return false
    answer(method, url, Date.now(), place).then(
      (answered) => send(answered, outgoing),
      (error: Error) => {
        log.error({ why: error.message }, 'The storefront door could not answer')
        send({ status: 500, headers: {}, body: '' }, outgoing)
      },
    )
    return true
  }
}

function send({ status, headers, body }: DoorAnswer, outgoing: ServerResponse): void {
  // Head and text go out as one: bytes would go out behind the head, in a second piece.
  outgoing.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
}
