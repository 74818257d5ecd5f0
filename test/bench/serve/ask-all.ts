import { connect, type Socket } from 'node:net'

export interface Asked {
  readonly seconds: number
  /** Milliseconds that each answer took, rising. */
  readonly took: Float64Array
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LENGTH = /content-length: (\d+)/i

/**
 * Sends the requests over so many connections, each the next as soon as its last one is answered. Bare sockets, since the
 * one who asks shares the machine with the one who answers. Throws on any answer that is not 200.
 */
export async function askAll(port: number, targets: readonly string[], connections: number): Promise<Asked> {
  const took = new Float64Array(targets.length)
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, () => askInTurn(port, () => (next < targets.length ? next++ : undefined), targets, took)),
  )
  return { seconds: (performance.now() - began) / 1000, took: took.sort() }
}

async function askInTurn(port: number, turn: () => number | undefined, targets: readonly string[], took: Float64Array): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  try {
    for (let at = turn(); at !== undefined; at = turn()) {
      const sent = performance.now()
      socket.write(`GET ${targets[at]} HTTP/1.1\r\nHost: bench\r\n\r\n`)
      await oneAnswer(socket)
      took[at] = performance.now() - sent
    }
  } finally {
    socket.destroy()
  }
}

/** Resolves once a whole answer has come in. */
function oneAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let come: Buffer = Buffer.alloc(0)
    const settle = (end: () => void) => {
      socket.off('data', take).off('error', reject).off('close', broken)
      end()
    }
    const broken = () => settle(() => reject(new Error('The connection broke')))
    const take = (bytes: Buffer) => {
      come = come.length === 0 ? bytes : Buffer.concat([come, bytes])
      const head = come.indexOf(HEAD_END)
      if (head < 0) return
      const words = come.toString('latin1', 0, head)
      if (!words.startsWith('HTTP/1.1 200')) return settle(() => reject(new Error(`Answered with ${words.split('\r\n')[0]}`)))
      if (come.length >= head + HEAD_END.length + Number(LENGTH.exec(words)?.[1])) settle(resolve)
    }
    socket.on('data', take).once('error', reject).once('close', broken)
  })
}

/** One ask on a connection of its own: the status, and how many milliseconds until it was there. */
export async function askOnce(port: number, target: string): Promise<{ readonly status: number; readonly took: number }> {
  const socket = connect(port, '127.0.0.1')
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const sent = performance.now()
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('data', (bytes: Buffer) => {
      resolve({ status: Number(bytes.toString('latin1', 9, 12)), took: performance.now() - sent })
      socket.destroy()
    })
    socket.write(`GET ${target} HTTP/1.1\r\nHost: bench\r\n\r\n`)
  })
}
