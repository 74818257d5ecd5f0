import { join } from 'node:path'
import type { Sessions } from '#app/signals/sessions.ts'
import { readCsv } from './read-csv.ts'
import type { Part } from './split.ts'

/** Days that the visits of a folder without a clock are spread over, evenly in their order. */
const DAYS = 120
/** Of the training visits, the last so many-th are asked on `valid`. */
const VALID_SHARE = 10
const DAY_S = 86_400

export interface SessionData {
  readonly sessions: Sessions
  readonly names: readonly string[]
  /** Prefixes of visits, each with what was clicked next; all names. */
  readonly asked: readonly { readonly id: string; readonly seen: readonly number[]; readonly next: string }[]
}

/** The visits of a folder as known at a stage, and the clicks that it asks. Visits of one click are left out. */
export function readSessions(folder: string, stage: Part): SessionData {
  const visits = new Map<string, { split: string; last: number; clicks: { pos: string; item: string }[] }>()
  for (const { session_id, pos, item_id, split, timestamp } of readCsv(join(folder, 'events.csv.gz'))) {
    let visit = visits.get(session_id!)
    if (!visit) visits.set(session_id!, (visit = { split: split!, last: 0, clicks: [] }))
    visit.clicks.push({ pos: pos!, item: item_id! })
    visit.last = Math.max(visit.last, Number(timestamp ?? 0) / DAY_S)
  }
  for (const { clicks } of visits.values()) clicks.sort((a, b) => Number(a.pos) - Number(b.pos))
  const of = (split: string) => [...visits].filter(([, visit]) => visit.split === split).sort(([, a], [, b]) => a.last - b.last)
  const train = of('train')
  const cut = stage === 'test' ? train.length : train.length - Math.floor(train.length / VALID_SHARE)
  const questions = stage === 'test' ? of('test') : train.slice(cut)
  const known = train.slice(0, cut).filter(([, { clicks }]) => clicks.length > 1)

  const indexOf = new Map<string, number>()
  for (const [, { clicks }] of known) for (const { item } of clicks) if (!indexOf.has(item)) indexOf.set(item, indexOf.size)
  const starts = new Uint32Array(known.length + 1)
  for (const [at, [, { clicks }]] of known.entries()) starts[at + 1] = starts[at]! + clicks.length
  const at = Float64Array.from(known, ([, { last }], nth) => (last > 0 ? last : (nth / known.length) * DAYS))
  return {
    sessions: {
      products: indexOf.size,
      starts,
      items: Uint32Array.from(known.flatMap(([, { clicks }]) => clicks.map(({ item }) => indexOf.get(item)!))),
      at,
      now: at.at(-1) ?? 0,
    },
    names: [...indexOf.keys()],
    asked: questions.flatMap(([id, { clicks }]) =>
      clicks.slice(1).map(({ item }, nth) => ({
        id: `${id}:${clicks[nth]!.pos}`,
        seen: clicks.slice(0, nth + 1).flatMap((click) => indexOf.get(click.item) ?? []),
        next: item,
      })),
    ),
  }
}
