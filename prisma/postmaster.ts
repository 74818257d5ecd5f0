import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 30_000

/**
 * Makes sure that no PostgreSQL works on the data folder. One that is just shutting down (its parent was killed) is waited
 * for; the note of one that died with the machine is removed when its number now belongs to another program, for PostgreSQL
 * would take that program for itself. Throws one line when the folder is in use.
 */
export async function clearTheWay(folder: string): Promise<void> {
  for (let waited = 0; isInUse(folder); waited += 100) {
    if (waited >= patienceMs)
      throw new Error(`${folder} is in use by another start of Tandem (process ${notedProcess(folder)}). Stop that one first.`)
    await sleep(100)
  }
  rmSync(noteOf(folder), { force: true })
}

/** Whether a PostgreSQL works on the data folder at this moment. */
export function isInUse(folder: string): boolean {
  const pid = notedProcess(folder)
  return pid !== null && isPostgres(pid)
}

function notedProcess(folder: string): number | null {
  try {
    return Number(readFileSync(noteOf(folder), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

function noteOf(folder: string): string {
  return `${folder}/postmaster.pid`
}

function isPostgres(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(
      'postgres',
    )
  } catch {
    return existsSync(`/proc/${pid}/comm`) && readFileSync(`/proc/${pid}/comm`, 'utf8').includes('postgres')
  }
}
