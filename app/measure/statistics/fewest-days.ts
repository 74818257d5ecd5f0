/** Nobody waits for longer. */
const MOST_DAYS = 3_650

/** The fewest days, 0 or more, after which something holds that goes on to hold; null for more than ten years. */
export function fewestDays(holdsAfter: (days: number) => boolean): number | null {
  if (holdsAfter(0)) return 0
  if (!holdsAfter(MOST_DAYS)) return null
  let [low, high] = [0, MOST_DAYS]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holdsAfter(middle)) high = middle
    else low = middle
  }
  return high
}
