import { readFileSync } from 'node:fs'
import { chanceOfNoGain } from './bootstrap.ts'

/** One question as it was answered: its name, the list given, and what was right. */
export interface Answered {
  readonly id: string
  readonly list: readonly string[]
  readonly target: readonly string[]
  /** Microseconds that the ranking took. */
  readonly took: number
}

/** What a list is worth, each figure by its name. */
export type Scorer = (list: readonly string[], target: readonly string[]) => Readonly<Record<string, number>>

export type PeerAnswers = ReadonlyMap<string, readonly string[]>

export function readPeer(path: string): PeerAnswers {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return new Map(lines.map((line) => line.split(',')).map(([id = '', list = '']) => [id, list.split(' ')]))
}

/** Mean scores, how long rankings took, and beside a peer's answers the chance that the gain is luck; names begin with `kind`. */
export function figuresOf(
  kind: string,
  answered: readonly Answered[],
  score: Scorer,
  peer: PeerAnswers | undefined,
): Record<string, number> {
  const ours = answered.map(({ list, target }) => score(list, target))
  const took = Float64Array.from(answered, (one) => one.took).sort()
  const figures: Record<string, number> = { [`${kind}_questions`]: answered.length }
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / Math.max(of.length, 1)
  const theirs = peer ? answered.map(({ id, target }) => score(peer.get(id) ?? [], target)) : undefined
  for (const name of Object.keys(ours[0] ?? {})) {
    const values = ours.map((one) => one[name]!)
    figures[`${kind}_${name}`] = mean(values)
    if (!theirs) continue
    const others = theirs.map((one) => one[name]!)
    figures[`${kind}_${name}_peer`] = mean(others)
    figures[`${kind}_${name}_p`] = chanceOfNoGain(values, others)
  }
  figures[`${kind}_p50_us`] = took[took.length >> 1] ?? 0
  figures[`${kind}_p99_us`] = took[Math.floor(took.length * 0.99)] ?? 0
  return figures
}
