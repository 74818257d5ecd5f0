import { createServer } from 'node:net'

/** Systems give out none of these by themselves, and browsers take each of them. */
const FIRST = 11_000
const PORTS = 20_000
/** So many follow on each other before they are another process's, too: between asking and listening nobody else asks for them. */
const OWN = 50

let asked = 0

/** A port of 127.0.0.1 that nobody has, and that no other process is given meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + ((process.pid * OWN + asked++) % PORTS)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  const isHeard = await new Promise<boolean>((done) => {
    probe.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true))
  })
  await new Promise((done) => probe.close(done))
  return isHeard
}
