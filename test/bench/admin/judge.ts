import { LINES, type View, type Visit } from './visit.ts'

/** All visits to a page of one shop in one view. */
export interface Visited extends View {
  readonly page: string
  readonly shop: string
  readonly visits: readonly Visit[]
}

const LCP = { quiet: 1_000, slow: 3_000 } as const
const TIMES_EMPTY = 1.5
const SHIFT = 0.02
const INP = 100
const BYTES = 260_000

/** The value that three of four visits keep. */
export function p75(visits: readonly Visit[], part: keyof Visit): number {
  const rising = visits.map((one) => one[part]).toSorted((a, b) => a - b)
  return rising[Math.ceil(rising.length * 0.75) - 1] ?? 0
}

/** The worst page of each view by 75 of 100 visits, and every bound that a page misses. `empty` is an empty page by the same views. */
export function judge(all: readonly Visited[], empty: readonly Visited[]) {
  const emptyLcp = (view: View) => p75(empty.find(({ width, line }) => width === view.width && line === view.line)!.visits, 'lcp')
  const worst = (some: readonly Visited[], part: keyof Visit) => Math.max(0, ...some.map(({ visits }) => p75(visits, part)))
  const on = (line: View['line'], some: readonly Visited[]) => some.filter((one) => one.line === line)
  return {
    figures: {
      ...Object.fromEntries(LINES.map((line) => [`${line}_lcp_p75_ms`, Math.round(worst(on(line, all), 'lcp'))])),
      cls_p75: Math.round(worst(all, 'shift') * 1_000) / 1_000,
      inp_p75_ms: worst(all, 'inp'),
      transferred_kb: Math.round(worst(all, 'bytes') / 1_000),
      pages: new Set(all.map(({ page }) => page)).size,
    },
    baseline: {
      ...Object.fromEntries(LINES.map((line) => [`empty_${line}_lcp_p75_ms`, Math.round(worst(on(line, empty), 'lcp'))])),
      empty_transferred_kb: Math.round(worst(empty, 'bytes') / 1_000),
    },
    misses: all.flatMap((one) => {
      const { visits, line, width, shop, page } = one
      const where = `${page || '/'} of ${shop} at ${width} px on a ${line} line`
      const [lcp, shift, inp, bytes] = [p75(visits, 'lcp'), p75(visits, 'shift'), p75(visits, 'inp'), p75(visits, 'bytes')]
      return [
        ...(lcp > LCP[line] ? [`${where}: the largest paint after ${Math.round(lcp)} ms`] : []),
        ...(lcp > TIMES_EMPTY * emptyLcp(one)
          ? [`${where}: the largest paint after ${(lcp / emptyLcp(one)).toFixed(1)} times that of an empty page`]
          : []),
        ...(shift > SHIFT ? [`${where}: shifted by ${shift.toFixed(3)}`] : []),
        ...(inp > INP ? [`${where}: ${inp} ms until an answer`] : []),
        ...(bytes > BYTES ? [`${where}: ${Math.round(bytes / 1_000)} kB`] : []),
      ]
    }),
  }
}
