import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { LAST_IN_TURN } from './last-in-turn.server.ts'

/** As Linux numbers it. */
const SCHED_IDLE = 5
/** The fields of a process behind its name, of which the policy is the forty-first in all. */
const POLICY = `require('node:fs').readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[38]`

it.runIf(LAST_IN_TURN.length > 0)('has Linux run a program where no other wants to, and is that program from then on', () => {
  const [program, ...args] = [...LAST_IN_TURN, process.execPath]
  const { stdout } = spawnSync(program!, [...args, '-p', `${POLICY} + ' ' + process.argv0`], { encoding: 'utf8' })
  expect(stdout.trim()).toBe(`${SCHED_IDLE} ${process.execPath}`)
})
