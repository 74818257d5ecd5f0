import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export interface Flooded {
  /** Milliseconds from when each acknowledged delivery was due to its answer, ascending. */
  readonly times: readonly number[]
  /** Orders whose deliveries were not acknowledged. */
  readonly refused: readonly number[]
  readonly seconds: number
}

/**
 * Lets a process of its own send deliveries of the orders from `first` on, so many a second; a rate of 0 is all at once. Its
 * session is its own as well: Linux shares a core among sessions, and who measures must not wait for the local shop.
 */
export async function flood(url: string, first: number, count: number, rate: number): Promise<Flooded> {
  const args = ['test/bench/webhooks/flood.ts', url, ...[first, count, rate].map(String)]
  const flooding = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  return JSON.parse(await text(flooding.stdout)) as Flooded
}

/** The time within which that share of the answers came, in milliseconds; Infinity of none. */
export function within(share: number, { times }: Flooded): number {
  return times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Infinity
}
