import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface Measured {
  readonly what: 'store' | 'count' | 'board' | 'bare'
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Does one thing in a process of its own, with the app's own code, and returns what it found. */
export async function runMeasured(
  environment: Readonly<Record<string, string>>,
  what: Measured['what'],
  from: number,
  to: number,
): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/bench/ledger/measured.ts', what, String(from), String(to)], {
    env: { ...process.env, ...environment },
    maxBuffer: 2 ** 24,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured
}
