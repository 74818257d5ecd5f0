import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface Flooded {
  /** Milliseconds from when each acknowledged delivery was due to its answer, ascending. */
  readonly times: readonly number[]
  /** Orders whose deliveries were not acknowledged. */
  readonly refused: readonly number[]
  readonly seconds: number
}

/** Lets a process of its own send deliveries of the orders from `first` on, so many a second; a rate of 0 is all at once. */
export async function flood(url: string, first: number, count: number, rate: number): Promise<Flooded> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['test/bench/webhooks/flood.ts', url, ...[first, count, rate].map(String)],
    {
      maxBuffer: 64_000_000,
    },
  )
  return JSON.parse(stdout) as Flooded
}

/** The time within which that share of the answers came, in milliseconds; Infinity of none. */
export function within(share: number, { times }: Flooded): number {
  return times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Infinity
}
