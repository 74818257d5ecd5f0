/** A row's upper and lower edge, in pixels. */
export interface Edges {
  readonly top: number
  readonly bottom: number
}

/** The place that the row taken from `from` would have among its rows if it were let go at `y`. */
export function placeAt(y: number, rows: readonly Edges[], from: number): number {
  return rows.filter(({ top, bottom }, at) => at !== from && y > (top + bottom) / 2).length
}

/** Where the line is drawn that shows it; undefined where the row would stay. */
export function lineAt(rows: readonly Edges[], from: number, to: number): number | undefined {
  if (to === from) return undefined
  return to < from ? rows[to]?.top : rows[to]?.bottom
}

/** Where a key takes a row that was picked up; undefined for a key that does not. */
export function placeByKey(key: string, to: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, to - 1)
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(count - 1, to + 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
