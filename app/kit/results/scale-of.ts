/** What a picture of ranges spans, in the figure's own unit: all of them, and nothing gained or lost. */
export interface Scale {
  readonly least: number
  readonly most: number
}

interface Line {
  readonly effect: { readonly low: number; readonly high: number } | null
}

/** One scale for what is known of several, so that they can be compared at a glance; undefined where nothing is known. */
export function scaleOf(lines: readonly Line[]): Scale | undefined {
  const ranges = lines.flatMap(({ effect }) => effect ?? [])
  const least = Math.min(0, ...ranges.map(({ low }) => low))
  const most = Math.max(0, ...ranges.map(({ high }) => high))
  return most > least ? { least, most } : undefined
}

/** Where a value stands on a scale: 0 at its least, 1 at its most. */
export const placeOn = ({ least, most }: Scale, value: number): number => (value - least) / (most - least)
