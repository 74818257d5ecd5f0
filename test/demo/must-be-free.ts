import { createServer } from 'node:net'

/** Throws an Error of one line for the first port that something else uses already. */
export async function mustBeFree(...ports: readonly (readonly [port: number, use: string])[]): Promise<void> {
  for (const [port, use] of ports) {
    const probe = createServer()
    await new Promise<void>((resolve, reject) => {
      probe.once('error', () =>
        reject(new Error(`Port ${port}, meant for ${use}, is taken. Stop what uses it, or choose others with --port N.`)),
      )
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
    })
  }
}
