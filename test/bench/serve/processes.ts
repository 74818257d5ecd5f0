import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

export const SECRET = 'shpss_of_the_bench_alone'
const TOKEN_KEY = randomBytes(32).toString('base64')

/** The web process as it runs in production. */
export function startWeb(databaseUrl: string, port: number, folder: string): ChildProcess {
  return spawn(process.execPath, ['server.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      SHOPIFY_API_KEY: 'bench',
      SHOPIFY_API_SECRET: SECRET,
      TOKEN_KEY,
      SHOPIFY_APP_URL: 'https://bench.example.com',
      SNAPSHOT_FOLDER: folder,
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  })
}

/** Another program of the bench, once it has said that it is ready. */
export async function startBeside(file: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [`test/bench/serve/${file}`, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await once(child, 'message')
  return child
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** The answer to an ask, once it is one; throws where there is none within two minutes. */
export async function untilAnswered(port: number, target: string): Promise<string> {
  for (let tries = 0; tries < 1_200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}${target}`).catch(() => undefined)
    if (answer?.ok) return answer.text()
    await answer?.body?.cancel()
    await wait(100)
  }
  throw new Error(`Nobody answered ${target}`)
}
