import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endAfterUs } from '../../prisma/end-after-us.ts'
import { TEXT_MODEL_PATH } from '../simulator/text-model/text-model.ts'
import { whyEnded } from './why-ended.ts'

/** The key that shopify.app.toml names, and the secret that belongs to it. Known to everybody, so refused in production. */
export const LOCAL_API_KEY = 'local-shop-key'
export const LOCAL_API_SECRET = 'local-shop-secret-for-demo-and-tests'
/** What the tokens of the local shops are sealed with: 32 bytes that everybody knows as well. */
export const LOCAL_TOKEN_KEY = Buffer.from('local-shop-key-of-demo-and-tests').toString('base64')

export interface AppPlace {
  readonly databaseUrl: string
  readonly appPort: number
  readonly shopPort: number
  /** The port that Shopify knows, where these processes stand beside those that have it. */
  readonly knownPort?: number
  /** Folder for the two processes' logs, and for what the web process keeps. */
  readonly logs: string
  /** Where the app's files lie: here unless said. */
  readonly files?: string
  /** Settings unlike those of the demo. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface AppProcesses {
  /** Where browsers reach the app. */
  readonly url: string
  /** Ends one process, or both, in order. */
  stop(which?: 'web' | 'worker'): Promise<void>
  /** Ends a process at once, as a power cut does. */
  kill(which: 'web' | 'worker'): Promise<void>
  /** Ends a process at once and starts another in its place. */
  replace(which: 'web' | 'worker'): Promise<void>
  /** The web process' number. */
  pid(): number
  /** Which of them do not run. */
  fallen(): readonly string[]
}

const FILES = { web: 'server.ts', worker: 'worker.ts' } as const

/** No night falls while somebody looks: half a day from now, as UTC has it. */
const lateTonight = () => new Date(Date.now() + 12 * 60 * 60 * 1000).toISOString().slice(11, 16)

/** What the app's processes are told of their surroundings. */
export function localEnvironment({
  databaseUrl,
  appPort,
  shopPort,
  knownPort = appPort,
}: Omit<AppPlace, 'logs' | 'files' | 'settings'>): Record<string, string> {
  return {
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: LOCAL_API_KEY,
    SHOPIFY_API_SECRET: LOCAL_API_SECRET,
    TOKEN_KEY: LOCAL_TOKEN_KEY,
    SHOPIFY_APP_URL: `http://localhost:${knownPort}`,
    // The local shop's own: it costs nothing, and says so as a real one would.
    COPY_MODEL_URL: `http://localhost:${shopPort}${TEXT_MODEL_PATH}`,
    COPY_MODEL: 'pretend',
    COPY_MODEL_KEY: 'local-model-key',
    COPY_MODEL_PRICE: '0.15/0.60',
    HOST: '127.0.0.1',
    PORT: String(appPort),
    NIGHT_AT: lateTonight(),
    LOCAL_SHOP_URL: `http://127.0.0.1:${shopPort}`,
    APP_BRIDGE_URL: `http://localhost:${shopPort}/app-bridge.js`,
  }
}

/** All that the app's processes are told, with where they keep what they keep. */
export function environmentOf(place: AppPlace): NodeJS.ProcessEnv {
  return {
    NODE_COMPILE_CACHE: resolve('.data/compiled'),
    ...process.env,
    ...localEnvironment(place),
    SNAPSHOT_FOLDER: join(place.logs, 'published'),
    ...place.settings,
  }
}

interface Started {
  readonly child: ChildProcess
  readonly log: string
  /** What it has written to its log. */
  readonly said: () => string
}

/**
 * Starts the built app's web and worker process and waits until the web process answers. Throws an Error that says why
 * when one of them ends instead; then neither runs. With `a` their logs go on where those before them ended.
 */
export async function startApp(place: AppPlace, flags: 'w' | 'a' = 'w'): Promise<AppProcesses> {
  const url = `http://localhost:${place.appPort}`
  const processes = { web: start(FILES.web, place, flags), worker: start(FILES.worker, place, flags) }
  const stop = async (which?: 'web' | 'worker') => {
    const ending = which ? [processes[which]] : Object.values(processes)
    await Promise.all(ending.map(({ child }) => endProcess(child)))
  }
  const kill = async (which: 'web' | 'worker') => {
    const { child } = processes[which]
    if (hasEnded(child)) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  try {
    await untilHealthy(`${url}/healthz`, Object.values(processes))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    kill,
    stop,
    pid: () => processes.web.child.pid!,
    fallen: () => Object.entries(processes).flatMap(([which, { child }]) => (hasEnded(child) ? [which] : [])),
    async replace(which) {
      await kill(which)
      processes[which] = start(FILES[which], place, 'a')
      if (which === 'web') await untilHealthy(`${url}/healthz`, [processes.web])
    },
  }
}

function start(file: string, place: AppPlace, flags: 'w' | 'a'): Started {
  const path = join(place.logs, file.replace('.ts', '.log'))
  // It writes there itself: what a process said before it was heard of elsewhere can be read.
  const log = openSync(path, flags)
  const { size } = fstatSync(log)
  // A group of its own: Ctrl-C in the terminal reaches the demo, and the demo ends its processes in order.
  const child = spawn(process.execPath, [file], {
    cwd: place.files,
    env: environmentOf(place),
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  })
  closeSync(log)
  // The loss of its channel ends it, unless it hangs.
  endAfterUs(child, ['TERM', 'KILL'])
  return { child, log: path, said: () => readFileSync(path).subarray(size).toString() }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** Tells a process to end, and ends it when it takes too long. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 25_000)
  await gone
  clearTimeout(tooLong)
}

async function untilHealthy(url: string, processes: readonly Started[]): Promise<void> {
  for (;;) {
    const fallen = processes.find(({ child }) => hasEnded(child))
    if (fallen) throw new Error(`The app did not start: ${whyEnded(fallen.said())} (see ${fallen.log})`)
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await wait(50)
  }
}
