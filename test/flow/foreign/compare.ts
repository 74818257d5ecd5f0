import { expect } from 'vitest'
import type { Ask } from './ask.ts'
import type { TwoShops } from './two-shops.ts'

/** What needs no second try with another kind of id: methods that an address does not take, and what names no id at all. */
const settled = new Set<string>()

/** What is asked for there is found out by a job, and how far that is would be the answer. */
const ANSWERED_BY_JOBS: ReadonlySet<string> = new Set(['app/rules/said/model'])

/** The same requests by an id of another shop's and by nobody's. */
interface Compared {
  readonly asks: readonly Ask[]
  readonly foreign: string
  readonly others: readonly Ask[]
  readonly missing: string
}

/** Sends the same with a foreign id and with nobody's, and expects the same of both. Returns how many writes the app has taken. */
export async function compare({ answer, idle }: TwoShops, route: string, { asks, foreign, others, missing }: Compared): Promise<number> {
  let taken = 0
  for (const [at, ask] of asks.entries()) {
    const other = others[at]!
    const whole = JSON.stringify(ask)
    const method = `${ask.method} ${route} ${ask.path.replaceAll(encodeURIComponent(foreign), '')}`
    if (settled.has(method) || settled.has(whole)) continue
    const one = await answer(ask, foreign)
    if (ANSWERED_BY_JOBS.has(route)) await idle()
    expect([ask, one]).toEqual([ask, await answer(other, missing)])
    if (ANSWERED_BY_JOBS.has(route)) await idle()
    expect([ask, one.status < 500]).toEqual([ask, true])
    if (!isRead(ask) && one.status < 400) taken += 1
    if (one.status === 405) settled.add(method)
    if (whole === JSON.stringify(other)) settled.add(whole)
  }
  return taken
}

export const isRead = ({ method }: Ask) => method === 'GET'
export const isWrite = (ask: Ask) => !isRead(ask)
