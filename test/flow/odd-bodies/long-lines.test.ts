import { expect, it } from 'vitest'
import { catalogLines, metafieldLine, orderLines } from './export-lines.ts'
import { idsIn, leftOut, rowsOf, take } from './take-exports.ts'

const longText = (characters: number) => JSON.stringify({ '"__parentId":"gid://shopify/Product/1"': 'x"'.repeat(characters / 3) })
const json = (value: string) => metafieldLine(2, 9, { key: 'blob', type: 'json', value })
const withAfter = (lines: readonly unknown[], place: number, ...more: readonly unknown[]) => [
  ...lines.slice(0, place),
  ...more,
  ...lines.slice(place),
]

it.each([1_200_000, 2_000_000, 5_000_000])(
  'a metafield of %d characters is left out and named, and all else is read',
  async (characters) => {
    const lines = catalogLines(3)
    const taken = await take('catalog', withAfter(lines, 6, json(longText(characters))))
    expect(taken).toEqual({ read: lines.length + 1, broken: 1, orphans: 0 })
    expect(await idsIn('product')).toEqual([1, 2, 3])
    expect(await rowsOf('SELECT jsonb_array_length(metafields) AS metafields FROM product')).toEqual(
      [1, 2, 3].map(() => ({ metafields: 2 })),
    )
    expect(await leftOut()).toEqual([
      { gid: 'gid://shopify/Product/2', title: 'Product 2', why: 'metafield specs.blob is too long to be read', count: 1 },
    ])
    // Its product is whole: nobody needs to ask for it.
    expect(await rowsOf('SELECT FROM delivery')).toEqual([])
  },
)

it('more of them than lines may be broken stop nothing', async () => {
  const lines = catalogLines(2)
  const many = Array.from({ length: 4 }, () => json(longText(1_200_000)))
  expect(await take('catalog', [...many, ...lines, ...many])).toMatchObject({ broken: 8 })
  expect(await idsIn('product')).toEqual([1, 2])
})

it('any other line of that length costs what it is about alone, and that is asked for', async () => {
  const long = 'x'.repeat(1_200_000)
  const goods = catalogLines(3).map((line) => (line['id'] === 'gid://shopify/ProductVariant/21' ? { ...line, title: long } : line))
  await take('catalog', goods)
  expect(await idsIn('product')).toEqual([1, 3])
  const orders = orderLines(3).map((line) =>
    line['id'] === 'gid://shopify/LineItem/21' ? { ...line, customAttributes: [{ key: 'engraving', value: long }] } : line,
  )
  await take('orders', orders)
  expect(await idsIn('"order"')).toEqual([1, 3])
  expect(await rowsOf(`SELECT topic, kept->'id' AS id FROM delivery ORDER BY topic`)).toEqual([
    { topic: 'orders/updated', id: 2 },
    { topic: 'products/update', id: 2 },
  ])
})
