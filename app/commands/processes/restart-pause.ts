const SHORTEST = 500
const LONGEST = 30_000
/** Milliseconds after which a start counts as one that went well. */
const LIVED_WELL = 60_000

/** Milliseconds to wait before a process is started again that lived so long, and waited so long before; 0 where it never had to. */
export function restartPause(lived: number, waited: number): number {
  return lived >= LIVED_WELL || waited === 0 ? SHORTEST : Math.min(LONGEST, waited * 2)
}
