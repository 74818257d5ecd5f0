import fc from 'fast-check'
import { expect, it } from 'vitest'
import { catalogLines, orderLines } from './export-lines.ts'
import { beginAnew, idsIn, rowsOf, take } from './take-exports.ts'

type Path = readonly (string | number)[]

/** Where texts stand in a value. */
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

function spoil(line: object, path: Path, poison: string, at: number): object {
  const spoilt = structuredClone(line) as Record<string | number, unknown>
  let holder = spoilt
  for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder
  const text = holder[path.at(-1)!] as string
  const cut = at % (text.length + 1)
  holder[path.at(-1)!] = text.slice(0, cut) + poison + text.slice(cut)
  return spoilt
}

const numberOf = (line: object) => {
  const { id, __parentId } = line as { id: string; __parentId?: string }
  return Number(/\d+$/.exec((__parentId ?? id).replaceAll(/[^\d/]/g, ''))![0])
}

const poison = fc.oneof(
  fc.constantFrom('\0', '\ud800', '\udfff', '\udc00\ud800', '\ud83d\0\ude00', '\ufffe', '\u2028', '\\u0000', '\0'.repeat(300)),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 5 }),
)
const COUNT = 12
const ALL = Array.from({ length: COUNT }, (_, at) => at + 1)
const EXPORTS = [
  { kind: 'catalog', lines: catalogLines(COUNT), table: 'product' },
  { kind: 'orders', lines: orderLines(COUNT), table: '"order"' },
] as const

it.each(EXPORTS)('whatever stands in a text of the $kind, everything else is read', async ({ kind, lines, table }) => {
  const spot = fc
    .nat(lines.length - 1)
    .chain((line) => fc.record({ line: fc.constant(line), path: fc.constantFrom(...textsIn(lines[line])), poison, at: fc.nat(50) }))
  await fc.assert(
    fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 3 }), async (spots) => {
      await beginAnew()
      const spoilt: object[] = [...lines]
      for (const one of spots) spoilt[one.line] = spoil(lines[one.line]!, one.path, one.poison, one.at)
      await take(kind, spoilt)
      const touched = new Set(spots.map(({ line }) => numberOf(lines[line]!)))
      expect(await idsIn(table)).toEqual(expect.arrayContaining(ALL.filter((id) => !touched.has(id))))
    }),
    { numRuns: 150 },
  )
})

it('a title with a null character is cleaned, and its product read with the others', async () => {
  const lines = catalogLines(6).map((line) => (line['id'] === 'gid://shopify/Product/3' ? { ...line, title: 'Robot\0dog \ud83d' } : line))
  await take('catalog', lines)
  expect(await idsIn('product')).toEqual([1, 2, 3, 4, 5, 6])
  expect(await rowsOf('SELECT title FROM product WHERE id = 3')).toEqual([{ title: 'Robotdog \ufffd' }])
})

it('so is a text inside the JSON of a list', async () => {
  const lines = catalogLines(2).map((line) =>
    String(line['type']).startsWith('list.') ? { ...line, value: '["A\\u0000A","\\ud83d","\\\\u0000"]' } : line,
  )
  await take('catalog', lines)
  expect(await rowsOf(`SELECT metafields->0->'values' AS fits FROM product`)).toEqual(
    [1, 2].map(() => ({ fits: ['AA', '\ufffd', '\\u0000'] })),
  )
})

it.each([
  ['a quantity', 'orders', '"order"', 'LineItem/31', { quantity: 3_000_000_000, currentQuantity: 3_000_000_000 }],
  ['a sum', 'orders', '"order"', 'Order/3', { subtotalLineItemsQuantity: 3_000_000_000 }],
  ['a time', 'orders', '"order"', 'Order/3', { processedAt: '0000-01-01T00:00:00Z' }],
  ['a number of variants', 'catalog', 'product', 'Product/3', { variantsCount: { count: 3_000_000_000 } }],
  ['a time before all years', 'catalog', 'product', 'Product/3', { createdAt: '0000-01-01T00:00:00Z' }],
  ['a time after all years', 'catalog', 'product', 'Product/3', { publishedAt: '9999-12-31T23:00:00-12:00' }],
] as const)('%s that no column holds costs nobody else anything', async (_what, kind, table, id, odd) => {
  const lines = kind === 'catalog' ? catalogLines(5) : orderLines(5)
  const taken = await take(
    kind,
    lines.map((line) => (line['id'] === `gid://shopify/${id}` ? { ...line, ...odd } : line)),
  )
  expect(await idsIn(table)).toEqual([1, 2, 4, 5])
  expect(taken).toMatchObject({ broken: 1 })
})
