import { fold } from '#app/rules/conditions/kind.ts'

export interface Suggestions {
  readonly shown: readonly string[]
  /** How many more hold what is typed. */
  readonly more: number
}

/**
 * The names that hold what is typed, in upper or lower case: first the one that is exactly that, then those that begin with it, then the
 * rest, each as they came. At most `most`.
 */
export function suggest(known: readonly string[], typed: string, most: number): Suggestions {
  const sought = fold(typed)
  const nearness = (name: string) => (name === sought ? 0 : name.startsWith(sought) ? 1 : name.includes(sought) ? 2 : 3)
  const found = known
    .map((name) => ({ name, far: nearness(fold(name)) }))
    .filter(({ far }) => far < 3)
    .toSorted((a, b) => a.far - b.far)
    .map(({ name }) => name)
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}
