import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { lastWords } from './last-words.ts'
import type { Account } from './postgres-account.ts'

/**
 * Makes an empty PostgreSQL in `folder`, UTF-8 and sorted by code point, where whoever connects is trusted to be who they say.
 * Made beside and moved into place, so that an interrupted start leaves no half of one.
 */
export async function prepareDataFolder(initdb: string, folder: string, superuser: string, account: Account | null): Promise<void> {
  const unfinished = `${folder}.unfinished`
  makeFolder(unfinished)
  if (account) chownSync(unfinished, account.uid, account.gid)
  const args = ['-D', unfinished, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const child = spawn(initdb, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...account })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`PostgreSQL could not prepare ${folder}: ${lastWords(said)}`)
  renameSync(unfinished, folder)
}

/** An empty folder; what an interrupted start left in it is removed. Throws one line where we may not write. */
function makeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path, { recursive: true })
  } catch {
    throw new Error(`${path} cannot be written. Give this user write permission there.`)
  }
}
