/** Evidence of what time it truly is, held against this machine's clock. */
export interface TrueTime {
  /** Somebody who knows says that it is now so late (milliseconds). Only the last word counts. */
  readonly itIs: (time: number) => void
  /** So late it has been for sure, since what bears this time was signed then; it may have been kept for long. */
  readonly itWas: (time: number) => void
  /** Milliseconds that the clock goes ahead, negative where it is behind; undefined where nothing says that it is off. */
  readonly off: () => number | undefined
}

interface Word {
  readonly time: number
  readonly heardAt: number
}

/**
 * `wall` is the clock in question, `steady` one that only counts on and that nobody sets: so what was heard earlier still
 * holds, and a clock that is put right is right at once. Nothing below `tolerance` is told.
 */
export function openTrueTime(wall: () => number, steady: () => number, tolerance: number): TrueTime {
  let exact: Word | undefined
  let least: Word | undefined
  const now = ({ time, heardAt }: Word) => time + steady() - heardAt
  return {
    itIs(time) {
      exact = { time, heardAt: steady() }
    },
    itWas(time) {
      if (!least || time > now(least)) least = { time, heardAt: steady() }
    },
    off() {
      const difference = exact && wall() - now(exact)
      if (difference !== undefined && Math.abs(difference) > tolerance) return difference
      const behind = least && wall() - now(least)
      return behind !== undefined && behind < -tolerance ? behind : undefined
    },
  }
}
