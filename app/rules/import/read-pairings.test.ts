import { describe, expect, it } from 'vitest'
import type { VariantId } from '#app/commerce/ids.ts'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { readRule } from '../read-rule.ts'
import { LONGEST_CELL, MOST_CELLS, MOST_NAMES } from './bounds.ts'
import { letterOf, placeOf, type ChosenColumns } from './chosen-columns.ts'
import type { RowFate } from './collect-pairings.ts'
import { draftPairing } from './draft-pairing.ts'
import { readPairings } from './read-pairings.ts'
import { understandHeader } from './understand-header.ts'

const product = (id: number, handle: string, sku: string, title = handle) =>
  aProduct(id, { handle, title, variants: [aVariant({ id: (id * 100) as VariantId, sku })] })
const shop = aCatalog(
  product(1, 'robot-dog', 'TOY-1', 'Robot dog'),
  product(2, 'aa-cells', 'BAT-2', 'AA cells'),
  product(3, 'leash', 'ACC-3,5', 'Leash'),
  product(4, 'twin', 'SAME', 'Two of a kind'),
  product(5, 'other-twin', 'SAME', 'Two of a kind'),
  ...Array.from({ length: 20 }, (_, at) => product(100 + at, `thing-${at}`, `T-${at}`)),
)

async function* arriving(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}
async function read(text: string, chosen?: ChosenColumns) {
  const fates: RowFate[] = []
  const reading = await readPairings(arriving(text), shop, (fate) => fates.push(fate), chosen)
  return { reading, fates }
}
const pairsOf = async (text: string, chosen?: ChosenColumns) => {
  const { reading } = await read(text, chosen)
  return reading.kind === 'read' ? reading.pairings.map(({ beside, offer }) => [beside, ...offer]) : reading
}

describe('the files of other apps', () => {
  it.each([
    ['several in one cell', 'handle,recommended_handles\nrobot-dog,"aa-cells, leash"\n'],
    ['several columns', 'Product Handle;Recommended Product 1;Recommended Product 2\nrobot-dog;aa-cells;leash\n'],
    ['one pair in a row', 'product_id\trelated_product_id\tposition\n1\t2\t1\n1\t3\t2\n'],
    [
      'long numbers',
      'Trigger Product ID,Offer Product ID\ngid://shopify/Product/1,gid://shopify/Product/2\n1,gid://shopify/ProductVariant/300\n',
    ],
    ['SKUs, one of them with a comma', 'source_sku,target_sku\ntoy-1,BAT-2\nTOY-1,"ACC-3,5"\n'],
    ['titles', 'Product,Frequently bought together\nRobot dog,AA cells|Leash\n'],
    ['addresses', 'Main product URL,Upsell product URL\nhttps://a.shop/products/robot-dog?x=1,"/products/aa-cells\n/products/leash"\n'],
    ['a list in brackets', 'mainProductHandle,upsellHandles\nrobot-dog,"[""aa-cells"",""leash""]"\n'],
    [
      'addresses with more behind them',
      'Main product URL,Upsell product URL\n/products/robot-dog/,/products/aa-cells?from=/products/twin\nrobot-dog,/collections/a/products/leash#/products/twin\n',
    ],
    [
      'Shopify’s own export of products',
      'Handle,Title,Variant SKU,Complementary products (product.metafields.shopify--discovery--product_recommendation.complementary_products),Related products (product.metafields.shopify--discovery--product_recommendation.related_products)\nrobot-dog,Robot dog,TOY-1,aa-cells; leash,twin\n',
    ],
  ])('are understood: %s', async (_, text) => {
    expect(await pairsOf(text)).toEqual([[1, 2, 3]])
  })

  it.each(['', 'a,b\n1,2\n', 'handle,title\nrobot-dog,Robot dog\n', 'recommended_handle\nleash\n'])(
    'or said not to be: %j',
    async (text) => {
      expect((await read(text)).reading).toMatchObject({ kind: 'not-understood' })
    },
  )

  it('say of which column each thing was read, and which were not', () => {
    expect(understandHeader(['Product ID', 'Product Title', 'Related ID', 'Related Handle', 'Rank'])).toEqual({
      beside: { at: 0, header: 'Product ID', by: 'id' },
      offered: [{ at: 3, header: 'Related Handle', by: 'handle' }],
      ignored: ['Product Title', 'Related ID', 'Rank'],
    })
  })
})

describe('each row', () => {
  it('is told what became of it, and why', async () => {
    const things = Array.from({ length: 13 }, (_, at) => `thing-${at}`).join(' | ')
    const { fates, reading } = await read(
      `handle,offer\nrobot-dog,aa-cells\nnobody,leash\nrobot-dog,\nrobot-dog,"robot-dog,aa-cells,gone,leash"\nleash,${things}\n`,
    )
    expect(fates).toEqual([
      { line: 2, pairs: 1, left: [] },
      { line: 3, pairs: 0, left: [{ cell: 'nobody', why: 'no-such-product' }] },
      { line: 4, pairs: 0, left: [] },
      {
        line: 5,
        pairs: 1,
        left: [
          { cell: 'robot-dog', why: 'itself' },
          { cell: 'aa-cells', why: 'twice' },
          { cell: 'gone', why: 'no-such-offer' },
        ],
      },
      { line: 6, pairs: 12, left: [{ cell: 'thing-12', why: 'too-many-offers' }] },
    ])
    expect(reading).toMatchObject({ rows: 5, bare: 1, left: { 'no-such-product': 1, twice: 1, 'too-many-offers': 1 } })
  })

  it('costs itself where it is beyond all bounds, is told, and costs no other', async () => {
    const { fates, reading } = await read(
      [
        'handle,offer,about',
        `robot-dog,aa-cells${',x'.repeat(MOST_CELLS - 1)}`,
        `robot-dog,${'x'.repeat(LONGEST_CELL + 1)}`,
        `robot-dog,"${'aa-cells;'.repeat(MOST_NAMES + 1)}"`,
        `robot-dog,aa-cells,${'x'.repeat(LONGEST_CELL + 1)}`,
        `leash,"${'aa-cells;'.repeat(MOST_NAMES)}"${',x'.repeat(MOST_CELLS - 2)}`,
      ].join('\n'),
    )
    expect(fates.map(({ line, pairs, left }) => [line, pairs, left[0]?.why])).toEqual([
      [2, 0, 'too-many-cells'],
      [3, 0, 'cell-too-long'],
      [4, 0, 'too-many-names'],
      [5, 1, undefined],
      [6, 0, 'beyond-header'],
    ])
    expect(reading).toMatchObject({ rows: 5, left: { 'too-many-cells': 1, 'cell-too-long': 1, 'too-many-names': 1 } })
    expect(fates[1]?.left[0]?.cell).toHaveLength(201)
    const { fates: twoColumns } = await read(
      `handle,offer 1,offer 2\nrobot-dog,${'aa-cells;'.repeat(MOST_NAMES / 2)},${'aa-cells|'.repeat(MOST_NAMES)}`,
    )
    expect(twoColumns[0]?.left).toEqual([{ cell: 'robot-dog', why: 'too-many-names' }])
    expect((await read(`handle,offer${',x'.repeat(MOST_CELLS)}`)).reading).toEqual({ kind: 'broken', line: 1, why: 'too-many-columns' })
  })

  it('names no product where two bear the name', async () => {
    expect((await read('sku,offer\nSAME,leash\n')).fates[0]?.left).toEqual([{ cell: 'SAME', why: 'no-such-product' }])
    expect((await read('product,offer\nTwo of a kind,leash\n')).fates[0]?.left).toEqual([{ cell: 'Two of a kind', why: 'no-such-product' }])
  })

  it('is read up to where the file breaks off', async () => {
    expect((await read('handle,offer\nrobot-dog,"leash\n')).reading).toEqual({ kind: 'broken', line: 2, why: 'quote-never-ends' })
  })
})

it('holds no more of a long file than a part of it', async () => {
  const [PARTS, ROWS] = [100, 1_000]
  let told = 0
  let furthestAhead = 0
  async function* long(): AsyncGenerator<string> {
    yield await Promise.resolve('handle,offer\n')
    for (let part = 0; part < PARTS; part += 1) {
      furthestAhead = Math.max(furthestAhead, part * ROWS - told)
      yield Array.from({ length: ROWS }, (_, at) => `thing-${at % 20},thing-${(at + part) % 20}\n`).join('')
    }
  }
  const reading = await readPairings(long(), shop, () => (told += 1))
  expect([told, furthestAhead]).toEqual([PARTS * ROWS, 0])
  expect(reading).toMatchObject({ kind: 'read', rows: PARTS * ROWS })
})

it('makes of each product one rule that can be read, whatever its title', () => {
  const rule = draftPairing({ beside: 1 as never, offer: [3, 2] as never }, 'csv', `Beside ${'x'.repeat(300)}`)
  expect(readRule(rule)).toEqual({ kind: 'rule', rule })
  expect(rule).toMatchObject({ id: 'csv-1', state: 'draft', offer: { sort: 'picked', most: 2 } })
})

describe('columns that somebody chose', () => {
  const chosen = { beside: 1, offered: [0, 2], isHeadless: false }
  const odd = 'x;y;z;w\naa-cells;robot-dog;leash;1\n;leash;aa-cells;2\n'

  it('are read as they were chosen, by whatever names a product, in the order of the file', async () => {
    const { reading, fates } = await read(odd, chosen)
    expect(reading).toMatchObject({
      kind: 'read',
      rows: 2,
      understood: { beside: { header: 'y', by: 'anything' }, offered: [{ header: 'x' }, { header: 'z' }], ignored: ['w'] },
    })
    expect(fates.map(({ line, pairs }) => [line, pairs])).toEqual([
      [2, 2],
      [3, 1],
    ])
    expect(await pairsOf(odd, chosen)).toEqual([
      [1, 2, 3],
      [3, 2],
    ])
  })

  it('may have no header at all, and then go by the letters that spreadsheets give them', async () => {
    const { reading } = await read('robot-dog,aa-cells\nleash,aa-cells\n', { beside: 0, offered: [1], isHeadless: true })
    expect(reading).toMatchObject({ rows: 2, understood: { beside: { header: 'A' }, offered: [{ header: 'B' }] } })
    expect([25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
    for (let at = 0; at < 2_000; at += 1) expect(placeOf(letterOf(at).toLowerCase())).toBe(at)
    expect(['', '1', 'A1', 'Ä', 'ABCD'].map(placeOf)).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  it('are asked for with the first rows where nobody knows, and where the file has no such columns', async () => {
    const first = ['x;y;z;w', 'aa-cells;robot-dog;leash;1', ';leash;aa-cells;2'].map((row) => row.split(';'))
    for (const none of [undefined, { ...chosen, beside: 4 }, { ...chosen, offered: [] }, { ...chosen, offered: [1, 9] }])
      expect((await read(odd, none)).reading).toEqual({ kind: 'not-understood', first })
    const { reading } = await read(`a,b\n${`${'x'.repeat(500)},1\n`.repeat(1000)}`)
    expect(reading).toEqual({ kind: 'not-understood', first: [['a', 'b'], ...Array.from({ length: 3 }, () => ['x'.repeat(80), '1'])] })
  })
})
