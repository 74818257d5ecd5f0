import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RowFate } from '#app/rules/import/collect-pairings.ts'
import { decodeText } from '#app/rules/import/decode-text.server.ts'
import { readPairings } from '#app/rules/import/read-pairings.ts'
import { anyCsvFile, HELD_SHOP } from '../a/any-csv-file.ts'

/** So many files are read; `FILES=100000` before a release. */
const FILES = Number(process.env['FILES'] ?? 2_000)

async function* arriving(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, nth = 0; at < bytes.length; nth += 1) {
    const size = sizes[nth % sizes.length]!
    yield await Promise.resolve(bytes.subarray(at, at + size))
    at += size
  }
}

async function read(bytes: Uint8Array, sizes: readonly number[]) {
  const fates: RowFate[] = []
  return { reading: await readPairings(decodeText(arriving(bytes, sizes)), HELD_SHOP, (fate) => fates.push(fate)), fates }
}

it('pairs only what a file names whole, counts every row, and reads the same in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(anyCsvFile, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), async (file, sizes) => {
      const whole = await read(file.bytes, [Infinity])
      expect(await read(file.bytes, sizes)).toEqual(whole)
      const { reading, fates } = whole
      expect(reading).toMatchObject({ kind: 'read', rows: file.rows })
      if (reading.kind !== 'read') return
      const pairs = reading.pairings.flatMap(({ beside, offer }) => offer.map((id) => `${beside}>${id}`))
      expect(pairs.filter((pair) => !file.pairs.has(pair))).toEqual([])
      const unused = fates.filter((fate) => fate.pairs === 0 && fate.left.length === 0)
      expect([fates.length, reading.bare]).toEqual([file.rows, file.bare ?? unused.length])
      expect(reading.bare).toBe(unused.length)
      if (file.isClean) expect(pairs.sort()).toEqual([...file.pairs].filter(isNotItself).sort())
    }),
    { numRuns: FILES },
  )
}, 3_600_000)

const isNotItself = (pair: string): boolean => new Set(pair.split('>')).size === 2
