import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadWorld } from './cached-world.ts'
import { kilnAndLeaf } from './kiln-and-leaf.ts'

const now = new Date('2026-03-15T10:30:00Z')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worlds-'))
})
afterEach(() => rm(folder, { recursive: true }))

const load = (at = now, seed = 'a test') => loadWorld('kiln-and-leaf', { now: at, seed, folder: join(folder, 'cache') })
const files = () => readdir(join(folder, 'cache'))

it('gives what the generator gives, from the cache too', async () => {
  const generated = kilnAndLeaf({ seed: 'a test', now })
  expect(await load()).toEqual(generated)
  expect(await load()).toEqual(generated)
  expect(await files()).toHaveLength(1)
})

it('reads what was cached', async () => {
  const world = await load()
  const [file = ''] = await files()
  await writeFile(join(folder, 'cache', file), JSON.stringify({ ...world, orders: [] }))
  expect((await load()).orders).toEqual([])
})

it('keeps a world for each seed and day', async () => {
  await load()
  await load(new Date('2026-03-15T23:00:00Z'))
  await load(new Date('2026-03-16T00:00:00Z'))
  await load(now, 'another test')
  expect(await files()).toHaveLength(3)
})

it('replaces a broken file', async () => {
  const world = await load()
  const [file = ''] = await files()
  const path = join(folder, 'cache', file)
  const whole = await readFile(path, 'utf8')
  await writeFile(path, whole.slice(0, whole.length / 2))
  expect(await load()).toEqual(world)
  expect(await readFile(path, 'utf8')).toBe(whole)
})

it('serves those who ask at the same time', async () => {
  const [one, ...others] = await Promise.all([load(), load(), load()])
  for (const other of others) expect(other).toEqual(one)
  expect(await files()).toHaveLength(1)
})
