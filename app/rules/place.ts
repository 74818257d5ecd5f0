/** The highest number that a rule's priority may be; 1 comes first. */
export const LAST_PLACE = 10_000

/** The priority behind those of all given rules. */
export function placeBehind(rules: readonly { readonly priority: number }[]): number {
  return Math.min(LAST_PLACE, 1 + rules.reduce((last, { priority }) => Math.max(last, priority), 0))
}
