/** A stream of luck that repeats itself exactly for the same seed. */
export interface Luck {
  /** In [0, 1). */
  next(): number
  /** A whole number in [0, bound). */
  below(bound: number): number
  /** A whole number in [low, high], both included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  /** Throws on an empty list. */
  pick<T>(from: readonly T[]): T
  /** Waiting time of a memoryless event, in the unit of its mean. */
  wait(mean: number): number
  /** An independent stream: drawing from one never shifts the other. */
  fork(label: string): Luck
}

export function luckOf(seed: string): Luck {
  let state = hash(seed)
  const next = () => {
    state = (Math.imul(state, 747_796_405) + 2_891_336_453) >>> 0
    const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277_803_737)
    return (((word >>> 22) ^ word) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (from) => {
      if (from.length === 0) throw new Error('Nothing to pick from')
      return from[below(from.length)] as (typeof from)[number]
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
    fork: (label) => luckOf(`${seed}/${label}`),
  }
}

/** A well-spread whole number in [0, 2³²) for a text; the same on every machine. */
export function hash(text: string): number {
  let mixed = 2_166_136_261
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 16_777_619)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_507)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
