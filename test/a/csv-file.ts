import { expect } from 'vitest'
import type { ChosenColumns } from '#app/rules/import/chosen-columns.ts'
import type { RowFate } from '#app/rules/import/collect-pairings.ts'
import { decodeText } from '#app/rules/import/decode-text.server.ts'
import { readPairings } from '#app/rules/import/read-pairings.ts'
import { aProduct, aVariant } from './product.ts'
import { aCatalog } from './shop.ts'

/** A shop as those whose files were wrongly read. */
export const shop = aCatalog(
  aProduct(1, { handle: 'robot-dog', title: 'Robot dog', variants: [aVariant({ sku: 'TOY-1' })] }),
  aProduct(2, { handle: 'aa-cells', title: 'AA cells', variants: [aVariant({ sku: '00123' })] }),
  aProduct(3, { handle: 'leash', title: 'Leash' }),
  aProduct(4, { handle: 'テスト商品', title: 'テスト' }),
  aProduct(5, { handle: 'salt-pepper', title: 'Salt & pepper' }),
  aProduct(6, { handle: 'creme-brulee', title: 'Crème brûlée' }),
  aProduct(7, { handle: 'cable', title: 'Cable, 3 m' }),
  aProduct(8, { handle: 'pan', title: 'Pan' }),
)

async function* arriving(bytes: Uint8Array, most: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += most) yield await Promise.resolve(bytes.subarray(at, at + most))
}
/** The pairs of a file, the same in whatever pieces it comes, and what was left of its rows. */
export async function readFile(file: string | Uint8Array, chosen?: ChosenColumns, delimiter?: string) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const [whole, inBytes] = await Promise.all(
    [Infinity, 1].map(async (most) => {
      const fates: RowFate[] = []
      const reading = await readPairings(decodeText(arriving(bytes, most)), shop, (fate) => fates.push(fate), chosen, delimiter)
      return { reading, fates }
    }),
  )
  expect(inBytes).toEqual(whole)
  const { reading, fates } = whole!
  return {
    reading,
    pairs: reading.kind === 'read' ? reading.pairings.map(({ beside, offer }) => [beside, ...offer]) : reading.kind,
    told: fates.flatMap(({ line, left }) => left.map(({ cell, why }) => [line, cell, why])),
  }
}
export const pairsOf = async (...given: Parameters<typeof readFile>) => (await readFile(...given)).pairs
