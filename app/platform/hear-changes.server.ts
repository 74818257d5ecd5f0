import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { env } from './env.server.ts'

/** Milliseconds before the first try to connect again, and the most that there are between two. */
const SOONEST = 100
const LATEST = 2_000
/** What PostgreSQL calls the connection: one may be told from the others there. */
const NAME = 'tandem-hears-changes'

/** Hears what is told on a channel; without a word, that something may have been told on any of them. */
type Hear = (said?: { readonly channel: string; readonly told: string }) => void

/**
 * Hears what PostgreSQL tells on some channels, on a connection of its own, until `signal` aborts. Where that breaks it is opened
 * again, sooner at first; nobody hears what was told meanwhile, so `hear` is called without a word each time it has been opened.
 */
export async function hearChanges(channels: readonly string[], hear: Hear, signal: AbortSignal): Promise<void> {
  for (let pause = SOONEST; !signal.aborted; pause = Math.min(2 * pause, LATEST)) {
    const isOpened = await hearOnce(channels, hear, signal)
    if (isOpened) pause = SOONEST
    await wait(pause, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** Resolves once the connection is no more, or could not be opened: to whether it had been. */
async function hearOnce(channels: readonly string[], hear: Hear, signal: AbortSignal): Promise<boolean> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: NAME, keepAlive: true })
  const { promise: broken, resolve: breaks } = Promise.withResolvers<void>()
  client.on('error', () => breaks()).on('end', () => breaks())
  client.on('notification', ({ channel, payload = '' }) => hear({ channel, told: payload }))
  const end = () => void client.end().catch(() => undefined)
  try {
    await client.connect()
    for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
  } catch {
    end()
    return false
  }
  hear()
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  await broken
  signal.removeEventListener('abort', end)
  end()
  return true
}
