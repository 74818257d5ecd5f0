import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The account that PostgreSQL runs as, in numbers. Null: the one that runs us. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root, so under root it runs as whoever owns the data already, else as `nobody`, which every
 * machine has. Throws one line of advice where an ordinary user finds somebody else's data.
 */
export function postgresAccount(folder: string): Account | null {
  const owner = existsSync(folder) ? statSync(folder) : null
  const ourselves = process.getuid?.()
  if (ourselves === undefined) return null
  if (ourselves !== 0) {
    if (owner && owner.uid !== ourselves)
      throw new Error(`${folder} belongs to another user, from an earlier start. Remove it as that user: sudo rm -r ${folder}`)
    return null
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Throws one line of advice naming the first folder on the way to `path` that the account cannot enter. */
export function mustReach(account: Account, path: string): void {
  const shut = foldersAbove(resolve(path)).find((folder) => !canEnter(account, folder))
  if (shut) throw new Error(`PostgreSQL cannot run as root, and its own user cannot enter ${shut}. Allow it: chmod o+x ${shut}`)
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...foldersAbove(parent), parent]
}

function canEnter(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
}
