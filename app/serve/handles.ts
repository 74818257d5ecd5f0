/** Handles in one text, a space behind each, and where each sixty-fourth begins: a text for each would take twice the memory. */
export interface Handles {
  readonly text: string
  readonly starts: Float64Array
}

const STRIDE = 64

export function joinHandles(handles: readonly string[]): Handles {
  // A handle has no spaces; one that had would be found by nobody, and stand in nobody's way.
  const written = handles.map((handle) => `${handle.replace(/\s/g, '')} `)
  const starts: number[] = []
  let at = 0
  for (const [nth, one] of written.entries()) {
    if (nth % STRIDE === 0) starts.push(at)
    at += one.length
  }
  return { text: written.join(''), starts: Float64Array.from(starts) }
}

/** The handle at a place; undefined where there are fewer. */
export function handleAt({ text, starts }: Handles, place: number): string | undefined {
  let start = starts[Math.floor(place / STRIDE)]
  if (start === undefined) return undefined
  for (let nth = place % STRIDE; nth > 0; nth--) {
    start = text.indexOf(' ', start) + 1
    if (start === 0) return undefined
  }
  const end = text.indexOf(' ', start)
  return end === -1 ? undefined : text.slice(start, end)
}
