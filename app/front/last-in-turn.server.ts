import { spawnSync } from 'node:child_process'

const IDLE = ['chrt', '--idle', '0']

/**
 * How a program is started so that any other that wants to run takes its place at once: behind what is merely of low priority the others
 * wait until it has had its time. Empty where the system cannot be told so; Linux can, by a program that nearly every distribution has.
 */
export const LAST_IN_TURN: readonly string[] =
  process.platform === 'linux' && spawnSync(IDLE[0]!, [...IDLE.slice(1), 'true']).status === 0 ? IDLE : []
