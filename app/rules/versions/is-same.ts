/** Objects of one value, each with one of the other value that was found to be the same. */
export type KnownSame = WeakMap<object, object>

/**
 * Whether two JSON values have the same canonical text: found out without writing it, and where they differ early, at once. With
 * `known`, parts that many values share are looked at once.
 */
export function isSame(one: unknown, other: unknown, known?: KnownSame): boolean {
  const [a, b] = [one ?? null, other ?? null]
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (known?.get(a) === b) return true
  if (!areSame(a, b, known)) return false
  known?.set(a, b)
  return true
}

function areSame(a: object, b: object, known: KnownSame | undefined): boolean {
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, at) => isSame(part, b[at], known))
  const [ours, theirs] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  let parts = 0
  for (const key of Object.keys(ours)) {
    if (ours[key] === undefined) continue
    if (theirs[key] === undefined || !isSame(ours[key], theirs[key], known)) return false
    parts += 1
  }
  for (const key of Object.keys(theirs)) if (theirs[key] !== undefined) parts -= 1
  return parts === 0
}
