import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { readMigrations } from '../../prisma/migrate.ts'

const run = promisify(execFile)
const RELEASES = resolve('.data/releases')
const LOCK = 'package-lock.json'
const PACKAGES = ['package.json', LOCK]

export interface PreviousRelease {
  /** Its tag, or its commit where none has been released. */
  readonly name: string
  /** Where its files lie, built. */
  readonly folder: string
}

/**
 * The release before this tree, built from what was committed, and kept for the next time: the newest tag that is not this commit's own, with
 * its own packages; where there is none, what stood before the newest migration came, with this tree's where none of
 * its own is missing here. Null where the clone does not reach so far back.
 */
export async function previousRelease(): Promise<PreviousRelease | null> {
  const tag = await git('describe', '--tags', '--match', 'v*', '--abbrev=0', 'HEAD^')
  const name = tag ?? (await beforeNewestMigration())
  if (name === null) return null
  // It may share this tree's packages.
  const packages = createHash('sha256').update(readFileSync(LOCK)).digest('hex').slice(0, 8)
  const folder = join(RELEASES, `${name}-${packages}`)
  if (!existsSync(folder)) await build(name, folder, tag !== null)
  return { name, folder }
}

async function beforeNewestMigration(): Promise<string | null> {
  const newest = readMigrations().at(-1)!
  const came = await git('log', '--diff-filter=A', '--format=%H', '-1', '--', `prisma/migrations/${newest.name}`)
  return came && git('rev-parse', '--verify', '--quiet', `${came}^`)
}

async function build(name: string, folder: string, hasOwnPackages: boolean): Promise<void> {
  await mkdir(RELEASES, { recursive: true })
  const place = await mkdtemp(join(RELEASES, 'unfinished-'))
  const inPlace = (file: string) => join(place, file)
  try {
    await run('sh', ['-c', `git archive '${name}' | tar -x -C '${place}'`])
    const isAllHere = packagesNamed(place).isSubsetOf(packagesNamed('.'))
    if (!hasOwnPackages && isAllHere) for (const file of PACKAGES) await copyFile(file, inPlace(file))
    // The same packages need not be fetched again.
    const isSame = readFileSync(inPlace(LOCK)).equals(readFileSync(LOCK))
    if (isSame) await symlink(resolve('node_modules'), inPlace('node_modules'))
    await run(process.execPath, ['start.mjs', 'build'], { cwd: place })
    await rename(place, folder)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function packagesNamed(folder: string): Set<string> {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<
    Record<'dependencies' | 'devDependencies', Record<string, string>>
  >
  return new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)])
}

/** What Git says; null where it says nothing, or cannot. */
async function git(...args: readonly string[]): Promise<string | null> {
  const said = await run('git', args).catch(() => null)
  return said?.stdout.trim() || null
}
