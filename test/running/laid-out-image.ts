import { execFile } from 'node:child_process'
import { cpSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** What of an image is Debian's slim base, as Docker's official image of it is. */
const BASE = 80_000_000
/** Of a disk, in bytes. */
const BLOCK = 4096

/** What the image holds of ours, and the bytes that all of it takes unpacked, with Node and its base. */
export interface LaidOut {
  readonly folder: string
  readonly bytes: number
}

/**
 * Runs in an empty folder what of `deploy/image.sh` comes after the build, which stands here already: the installation of what runs, then the
 * laying out of it.
 */
export async function layOutImage(place: string): Promise<LaidOut> {
  const [source, folder] = [join(place, 'source'), join(place, 'laid-out')]
  const ignored = new Set(readFileSync('.dockerignore', 'utf8').split('\n'))
  for (const name of ['build', 'app/generated']) ignored.delete(name)
  cpSync('.', source, { recursive: true, filter: (path) => !ignored.has(path) })
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, FOLDER: folder }
  const lines = readFileSync('deploy/image.sh', 'utf8').split('\n')
  for (const line of lines.filter((one) => /^npm ci --omit|^node /.test(one)))
    await promisify(execFile)('sh', ['-euc', line], { cwd: source, env })
  return { folder, bytes: unpacked(folder) + statSync(process.execPath).size + BASE }
}

function unpacked(folder: string): number {
  return globSync('**/*', { cwd: folder }).reduce((sum, path) => sum + Math.ceil(statSync(join(folder, path)).size / BLOCK) * BLOCK, 0)
}
