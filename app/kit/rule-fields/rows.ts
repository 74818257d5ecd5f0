const keys = new WeakMap<object, number>()
let last = 0

/** The key of a form's row. It goes with what stands in the row, not with its place: rows above it may come and go. */
export function rowKey(row: object): number {
  const key = keys.get(row) ?? (last += 1)
  keys.set(row, key)
  return key
}

/** The rows with another in the place of one, which is the same row to whoever fills it in; or without it. */
export function replaceRow<Row extends object>(rows: readonly Row[], at: number, next: Row | undefined): Row[] {
  if (next) keys.set(next, rowKey(rows[at]!))
  return rows.flatMap((row, index) => (index === at ? (next ? [next] : []) : [row]))
}
