import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const patienceMs = 10_000

/**
 * Makes sure that no PostgreSQL works on the data folder. One that is just shutting down (its parent was killed) is waited
 * for; the note of one that died with the machine is removed when its number now belongs to another program, for PostgreSQL
 * would take that program for itself. Throws one line when the folder is in use.
 */
export async function clearTheWay(folder: string): Promise<void> {
  const note = `${folder}/postmaster.pid`
  for (let waited = 0; existsSync(note); waited += 100) {
    const pid = Number(readFileSync(note, 'utf8').split('\n')[0])
    if (!isPostgres(pid)) return rmSync(note, { force: true })
    if (waited >= patienceMs)
      throw new Error(`${folder} is in use by another start of Tandem (PostgreSQL is process ${pid}). Stop that one first.`)
    await sleep(100)
  }
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
