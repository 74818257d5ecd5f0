/** Which numbers lead to each: those that lead to `to` lie in `leading` from `starts[to]` up to `starts[to + 1]`, ascending. */
export interface Inverted {
  readonly leading: Uint32Array
  readonly starts: Uint32Array
  of(to: number): Uint32Array
}

/**
 * Tells which numbers below `froms` lead to one below `tos`. What each leads to is asked for twice, and not again.
 */
export function invert(leadsTo: (from: number) => ArrayLike<number>, froms: number, tos: number): Inverted {
  const starts = new Uint32Array(tos + 1)
  const eachStep = (take: (from: number, to: number) => void) => {
    for (let from = 0; from < froms; from += 1) {
      const reached = leadsTo(from)
      for (let at = 0; at < reached.length; at += 1) take(from, reached[at]!)
    }
  }
  eachStep((_, to) => (starts[to + 1]! += 1))
  for (let to = 0; to < tos; to += 1) starts[to + 1]! += starts[to]!
  const leading = new Uint32Array(starts[tos]!)
  const free = starts.slice()
  eachStep((from, to) => (leading[free[to]!++] = from))
  return { leading, starts, of: (to) => leading.subarray(starts[to], starts[to + 1]) }
}
