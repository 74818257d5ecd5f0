import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, writeFileSync } from 'node:fs'

/** Started by root without the right to go before others: it keeps its number, and so what ends it ends the program. */
const IN_TURN = ['setpriv', '--bounding-set', '-sys_nice', '--inh-caps', '-sys_nice']

/**
 * A program that runs another one in its turn. Chromium puts what draws before every other process wherever it may, as root may: on two
 * cores a page that waits, and draws that it does, then keeps the app from ending its waiting. Whoever is not root never may.
 */
export function inTurn(program: string): string {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || spawnSync(IN_TURN[0]!, [...IN_TURN.slice(1), 'true']).status !== 0) return program
  const started = `${program}-in-turn`
  if (existsSync(started)) return started
  const unfinished = `${started}-${process.pid}`
  writeFileSync(unfinished, `#!/bin/sh\nexec ${IN_TURN.join(' ')} "${program}" "$@"\n`, { mode: 0o755 })
  renameSync(unfinished, started)
  return started
}
