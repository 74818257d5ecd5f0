import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { localEnvironment } from '../running/app-processes.ts'

const schema = z.object({
  pid: z.number(),
  databaseUrl: z.string(),
  appPort: z.number(),
  shopPort: z.number(),
  logs: z.string(),
  shops: z.array(z.string()).min(1),
})
/** Where a demo that runs has its database, its ports and its shops. */
export type RunningDemo = z.infer<typeof schema>

const placeOf = (folder: string) => join(folder, 'running.json')

/** Writes down that the demo of this folder runs. Returns what takes that back. */
export function noteRunning(folder: string, demo: RunningDemo): () => Promise<void> {
  writeFileSync(placeOf(folder), JSON.stringify(demo))
  return () => Promise.resolve(rmSync(placeOf(folder), { force: true }))
}

/** The demo that runs in a folder; undefined where none does. */
export function runningDemo(folder: string): RunningDemo | undefined {
  try {
    const demo = schema.parse(JSON.parse(readFileSync(placeOf(folder), 'utf8')))
    // One that was killed has left its note.
    process.kill(demo.pid, 0)
    return demo
  } catch {
    return undefined
  }
}

/** How a command is run beside the demo, so that it does its work in the demo's own shop unless another is named. */
export function besideDemo(demo: RunningDemo, args: readonly string[]) {
  const { databaseUrl, appPort, shopPort, logs } = demo
  const names = args.some((arg) => arg === '--shop' || arg.startsWith('--shop='))
  const [shop] = demo.shops
  return {
    says: names ? 'No DATABASE_URL is set: this is the demo’s database.' : `No DATABASE_URL is set: this is the demo’s shop, ${shop}.`,
    args: names || args.length === 0 ? args : [...args, '--shop', shop!],
    environment: { ...localEnvironment({ databaseUrl, appPort, shopPort }), SNAPSHOT_FOLDER: join(logs, 'published') },
  }
}
