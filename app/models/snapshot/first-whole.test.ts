import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import { firstWhole } from './first-whole.server.ts'
import { dropModelFile, fileNameOf, storedModels, versionOf, type ModelName } from './model-files.server.ts'
import { writeSnapshot } from './snapshot.ts'

const place = mkdtempSync(join(tmpdir(), 'models-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const folder = join(place, 'kept')

/** Bytes of a model in which so many orders hold two products. */
const modelOf = (orders: number) =>
  writeSnapshot({
    products: Float64Array.of(1e15, 1e15 + 7),
    orders,
    bought: Uint32Array.of(9, 9),
    again: Uint16Array.of(0, 30),
    starts: Uint32Array.of(0, 1, 2),
    neighbours: Uint8Array.of(1, 0),
    together: Uint8Array.of(8, 8),
  })
const [newest, before] = [modelOf(200), modelOf(100)] as const
const nameOf = (bytes: Uint8Array): ModelName => ({ shop: 'ours.myshopify.com' as ShopId, version: versionOf(bytes) })
const names = [nameOf(newest), nameOf(before)]
const pathOf = (bytes: Uint8Array) => join(folder, fileNameOf(nameOf(bytes)))

/** What is stored, by version; asked for what it does not hold it knows nothing. */
let stored = new Map<string, Uint8Array>()
let asked: string[] = []
let refused: string[] = []
const load = async () => {
  ;[asked, refused] = [[], []]
  const found = await firstWhole(
    folder,
    names,
    ({ version }) => Promise.resolve(void asked.push(version)).then(() => stored.get(version)),
    ({ version }) => refused.push(version),
  )
  return found?.lists.orders
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  stored = new Map([newest, before].map((bytes) => [versionOf(bytes), bytes]))
})

/** Cut short anywhere, or with any one byte altered. */
const spoilt = fc.oneof(
  fc.nat(newest.length - 1).map((length) => newest.slice(0, length)),
  fc.tuple(fc.nat(newest.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => newest.with(at, newest[at]! ^ change)),
)

describe('the models of a shop', () => {
  it('are fetched once, and read from their files from then on', async () => {
    expect(await load()).toBe(200)
    expect(asked).toEqual([versionOf(newest)])
    expect(await load()).toBe(200)
    expect(asked).toEqual([])
    expect(await storedModels(folder)).toEqual([nameOf(newest)])
  })

  it('are fetched anew, and their files replaced, where these are altered or cut short, wherever', () =>
    fc.assert(
      fc.asyncProperty(spoilt, async (bytes) => {
        writeFileSync(pathOf(newest), bytes)
        expect(await load()).toBe(200)
        expect(refused).toEqual([versionOf(newest)])
        expect(new Uint8Array(readFileSync(pathOf(newest)))).toEqual(newest)
      }),
    ))

  it('give way to the one before where neither the file nor what is stored is whole', () =>
    fc.assert(
      fc.asyncProperty(spoilt, spoilt, async (file, bytes) => {
        writeFileSync(pathOf(newest), file)
        stored.set(versionOf(newest), bytes)
        expect(await load()).toBe(100)
        expect(new Uint8Array(readFileSync(pathOf(newest)))).toEqual(new Uint8Array(file))
      }),
    ))

  it('serve from the file where only what is stored is spoilt, and are none where all is', async () => {
    await load()
    stored = new Map(names.map(({ version }) => [version, newest.with(0, 9)]))
    expect(await load()).toBe(200)
    await dropModelFile(folder, names[0]!)
    expect(await load()).toBeUndefined()
  })

  it('leave no file where nobody looks after files', async () => {
    rmSync(folder, { recursive: true })
    expect(await load()).toBe(200)
    expect(readdirSync(place)).toEqual([])
    expect(refused).toEqual([])
  })

  it('tell that no file could be kept, and serve all the same', async () => {
    mkdirSync(pathOf(newest))
    expect(await load()).toBe(200)
    expect(refused).toEqual([versionOf(newest)])
  })
})
