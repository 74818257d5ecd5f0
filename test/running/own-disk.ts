import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from '../setup/at-end.ts'

export interface OwnDisk {
  readonly folder: string
  /** Starts the command that follows it where the disk is mounted, which nobody else sees. */
  readonly mounted: readonly string[]
}

/** A disk of a megabyte, in memory, of which so many kB are taken; null where the system lets nobody mount one. */
export function ownDisk(taken: number): OwnDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-disk-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const mount = `mount -t tmpfs -o size=1024k tmpfs "$0" && head -c ${taken * 1_024} /dev/zero > "$0/taken" && exec "$@"`
  const mounted = ['unshare', '--map-root-user', '--mount', 'sh', '-c', mount, folder]
  const [command = '', ...args] = [...mounted, 'true']
  return spawnSync(command, args).status === 0 ? { folder, mounted } : null
}
