import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../shop.ts'
import { startOfDay } from './clock.ts'
import { kilnAndLeaf } from './kiln-and-leaf.ts'
import { nimbusToys } from './nimbus-toys.ts'

const generators = { 'nimbus-toys': nimbusToys, 'kiln-and-leaf': kilnAndLeaf }

export type WorldName = keyof typeof generators

export interface CachedWorld {
  /** Only its day (UTC) matters. */
  readonly now: Date
  /** Where the file is kept; made if missing. */
  readonly folder: string
  readonly seed?: string
}

/** A world from the cache, or generated and cached. The key covers the generator's own sources, so a stale world is never read. */
export async function loadWorld(name: WorldName, { now, folder, seed = 'tandem' }: CachedWorld): Promise<World> {
  const day = startOfDay(now).toISOString().slice(0, 10)
  const key = createHash('sha256')
    .update(`${await sourcesDigest()} ${seed} ${day}`)
    .digest('hex')
    .slice(0, 16)
  const path = join(folder, `${name}-${key}.json`)
  const cached = await readWorld(path)
  if (cached) return cached
  const world = generators[name]({ seed, now })
  await mkdir(folder, { recursive: true })
  await writeWhole(path, JSON.stringify(world))
  return world
}

/** Undefined where the file is missing or broken. */
async function readWorld(path: string): Promise<World | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as World
  } catch {
    return undefined
  }
}

/** Readers see the old file or the new one, never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`
  try {
    await writeFile(unfinished, text)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function sourcesDigest(): Promise<string> {
  const digest = createHash('sha256')
  for (const folder of [import.meta.dirname, join(import.meta.dirname, 'product-lines')]) {
    const sources = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort()
    for (const file of sources) digest.update(file).update(await readFile(join(folder, file)))
  }
  return digest.digest('hex')
}
