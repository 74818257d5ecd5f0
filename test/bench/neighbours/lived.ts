import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** What answers took (milliseconds, rising) and the statuses of those that were none, by what was asked. */
export type Lived = Readonly<
  Record<'door' | 'webhooks' | 'pages', { readonly times: readonly number[]; readonly failed: readonly number[] }>
>

/** Lets so many shops live for so many seconds; see `live.ts`. */
export async function live(url: string, neighbours: number, seconds: number, first: number): Promise<Lived> {
  const child = spawn(process.execPath, ['test/bench/neighbours/live.ts', url, ...[neighbours, seconds, first].map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  return JSON.parse(await text(child.stdout)) as Lived
}

/** The time within which such a share of the answers came; infinite where there were none. */
export function within(share: number, { times }: Lived['door']): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.POSITIVE_INFINITY
}
