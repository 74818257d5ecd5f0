import { readdirSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

const { PRIORITY_BELOW_NORMAL } = constants.priority

/**
 * Lets every other process of this machine go first: shoppers, merchants and Shopify wait for an answer, nobody for a job. On
 * Linux a thread has a place of its own, and a session one among all; where the system knows none, or allows no change, all
 * stays as it is.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return setPriority(PRIORITY_BELOW_NORMAL)
  for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), PRIORITY_BELOW_NORMAL)
  try {
    writeFileSync('/proc/self/autogroup', String(PRIORITY_BELOW_NORMAL), { flag: 'r+' })
  } catch {
    // A system without sessions' places.
  }
}
