import { readdirSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

const { PRIORITY_LOW } = constants.priority

/**
 * Lets every other process of this machine go first: shoppers, merchants and Shopify wait for an answer, nobody for a job. On
 * Linux a thread has a place of its own, and a session one among all. Where the system knows none, or the process was given a
 * lower one that it may not raise, that stays as it is.
 */
export function giveWay(): void {
  const isLinux = process.platform === 'linux'
  for (const thread of isLinux ? readdirSync('/proc/self/task') : [0]) ifAllowed(() => setPriority(Number(thread), PRIORITY_LOW))
  if (isLinux) ifAllowed(() => writeFileSync('/proc/self/autogroup', String(PRIORITY_LOW), { flag: 'r+' }))
}

function ifAllowed(change: () => void): void {
  try {
    change()
  } catch {
    // It works all the same.
  }
}
