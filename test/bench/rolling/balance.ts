import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendRequest } from '../../running/send-request.ts'

/** Milliseconds between two looks at `/readyz`, and until one is given up. */
const LOOK_EVERY = 500
const LOOK_WITHIN = 2_000

interface Behind {
  readonly port: number
  isReady: boolean
  agent: Agent
}

/** What stands before several web processes. */
export interface Balancer {
  readonly port: number
  /** How often something else than an answer below 400 came back, by what that was. */
  readonly failures: ReadonlyMap<string, number>
  readonly isReady: (port: number) => boolean
  readonly stop: () => Promise<unknown>
}

/**
 * As plain as a load balancer is: passes each request on to the next process whose `/readyz` said 200 when it last looked, over connections
 * that it keeps, and tries nothing twice.
 */
export async function balance(ports: readonly number[]): Promise<Balancer> {
  const behind = ports.map((port): Behind => ({ port, isReady: false, agent: keepAlive() }))
  const failures = new Map<string, number>()
  const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1)
  let turn = 0

  async function look(one: Behind): Promise<void> {
    const tooLong = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LOOK_WITHIN).unref())
    const asked = sendRequest(`http://127.0.0.1:${one.port}`, '/readyz').then(
      ({ status }) => status === 200,
      () => false,
    )
    const isReady = await Promise.race([asked, tooLong])
    if (one.isReady && !isReady) {
      // What is under way on a connection stays there; no other request takes one up again.
      one.agent = keepAlive()
    }
    one.isReady = isReady
  }

  function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const ready = behind.filter((one) => one.isReady)
    const one = ready[turn++ % ready.length]
    const giveUp = (what: string) => {
      fail(what)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(502).end()
    }
    if (!one) {
      incoming.resume()
      return giveUp('nobody is ready')
    }
    const { method, url: path, headers } = incoming
    const asked = request({
      agent: one.agent,
      host: '127.0.0.1',
      port: one.port,
      method,
      path,
      headers: { ...headers, connection: 'keep-alive' },
    })
    asked.once('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.message))
    asked.once('response', (answer) => {
      if (answer.statusCode! >= 400) fail(String(answer.statusCode))
      const { connection: _, ...kept } = answer.headers
      outgoing.writeHead(answer.statusCode!, kept)
      answer.pipe(outgoing)
    })
    incoming.pipe(asked)
  }

  const server = createServer({ keepAliveTimeout: 75_000 }, passOn).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const looking = setInterval(() => void Promise.all(behind.map(look)), LOOK_EVERY)
  await Promise.all(behind.map(look))
  return {
    port: (server.address() as AddressInfo).port,
    failures,
    isReady: (port) => behind.some((one) => one.port === port && one.isReady),
    stop() {
      clearInterval(looking)
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

const keepAlive = () => new Agent({ keepAlive: true, maxSockets: 256 })
