import { describe, expect, it } from 'vitest'
import { pairsOf, readFile } from '../../../test/a/csv-file.ts'

describe('a list', () => {
  it.each([', ', ',', '; ', ' | '])('by “%s” is no names where it may be a part of one', async (by) => {
    const { pairs, told } = await readFile(`Product\tRecommended\nRobot dog\tLid${by}Pan\n`)
    expect([pairs, told]).toEqual([[], [[2, `Lid${by}Pan`, 'not-whole']]])
    expect(await pairsOf(`source_sku\tUpsell title\nTOY-1\tLid${by}pan\n`)).toEqual([])
  })

  it.each([
    ['names that hold a comma', 'Leash, Cable, 3 m, Pan', [3, 7, 8]],
    ['names in quotes', '"Cable, 3 m", "Leash"', [7, 3]],
    ['JSON', '["Cable, 3 m","Leash", null]', [7, 3]],
    ['JSON with backslashes', '[\\"Cable, 3 m\\",\\"Leash\\"]', [7, 3]],
    ['a list in apostrophes', "['Cable, 3 m', 'Leash']", [7, 3]],
    ['numbers', '[2, 3]', [2, 3]],
    ['lines, each by itself', 'Leash\nGone\nCable, 3 m', [3, 7]],
    ['HTML', 'Salt &amp; pepper; Leash', [5, 3]],
    ['HTML of HTML', 'Salt &amp;amp; pepper', [5]],
    ['HTML by numbers', 'Cr&#232;me br&#xFB;l&eacute;e, Cable&#44; 3 m', [6, 7]],
  ])('is read whole: %s', async (_, list, offered) => {
    expect(await pairsOf(`Product,Recommended\nRobot dog,"${list.replaceAll('"', '""')}"\n`)).toEqual([[1, ...offered]])
  })

  it('that breaks off is not read, at either end', async () => {
    for (const cut of ['["aa-cells","lea', '"leash","aa-cells"]', '["aa-cells'])
      expect(await readFile(`handle;recommended_handles\nrobot-dog;"${cut.replaceAll('"', '""')}"\n`)).toMatchObject({
        pairs: [],
        told: [[2, cut, 'cut-off']],
      })
  })

  it('of handles loses none because another is gone', async () => {
    const { pairs, told } = await readFile('handle,offer\nrobot-dog,"gone,aa-cells,テスト商品"\n')
    expect([pairs, told]).toEqual([[[1, 2, 4]], [[2, 'gone', 'no-such-offer']]])
  })
})

describe('a name', () => {
  it.each([
    ['https://x.example/products/%E3%83%86%E3%82%B9%E3%83%88%E5%95%86%E5%93%81', 4],
    ['https://x.example/en-us/collections/all/products/%e3%83%86%e3%82%b9%e3%83%88%e5%95%86%e5%93%81?variant=1#top', 4],
    ['https%3A%2F%2Fx.example%2Fproducts%2Fleash%3Fa%3D1', 3],
    ['products/leash', 3],
    ['%E3%83%86%E3%82%B9%E3%83%88%E5%95%86%E5%93%81', 4],
    ['ﾃｽﾄ商品', 4],
    ['Crème brûlée'.normalize('NFD'), 6],
    ['ＡＡ　ｃｅｌｌｓ', 2],
    ['AA\u00A0\u00A0cells', 2],
    ['Ro\u00ADbot\u200B dog', 1],
    ['="00123"', 2],
  ])('is read as a reader sees it: %s', async (name, id) => {
    const beside = id === 8 ? 'leash' : 'pan'
    expect(await pairsOf(`Product\tRecommended\n${beside}\t"${name.replaceAll('"', '""')}"\n`)).toEqual([[8, id]])
    expect(await pairsOf(`Product\tRecommended\n"${name.replaceAll('"', '""')}"\tpan\n`)).toEqual([[id, 8]])
  })

  it.each(['%E3%83%86%E3%82%B9%E3%83', '%', '100%', '123', 'products/', '&#0;', '&bogus;'])(
    'is nobody’s where it is another: %s',
    async (name) => {
      expect(await readFile(`Product\tRecommended\npan\t${name}\n`)).toMatchObject({ pairs: [], told: [[2, name, 'no-such-offer']] })
    },
  )
})

describe('letters', () => {
  it('that were lost cost the cell that is read, and nothing where none is', async () => {
    const { pairs, told } = await readFile(
      'handle,offer,about\nrobot-dog,aa-cells,Gr\uFFFDn\nleash,p\uFFFDn,x\nl\uFFFDash,pan,x\npan,leash,x\n',
    )
    expect(pairs).toEqual([
      [1, 2],
      [8, 3],
    ])
    expect(told).toEqual([
      [3, 'p\uFFFDn', 'lost-letter'],
      [4, 'l\uFFFDash', 'lost-letter'],
    ])
    expect(await pairsOf('handle,offer,\uFFFD\nrobot-dog,aa-cells,\uFFFD')).toEqual([[1, 2]])
  })

  it('of Windows are read, also beside UTF-8, and those of a Mac cost their cells alone', async () => {
    const windows = Buffer.from('Product;Recommended\nPan;Crème brûlée\n', 'latin1')
    expect(await pairsOf(windows)).toEqual([[8, 6]])
    expect(await pairsOf(Buffer.concat([windows, Buffer.from('Leash;テスト\n')]))).toEqual([
      [8, 6],
      [3, 4],
    ])
    const mac = Buffer.from('Product;Recommended\nPan;Cr\u008Fme br\u009El\u008Ee\nLeash;Pan\n', 'latin1')
    expect(await readFile(mac)).toMatchObject({ pairs: [[3, 8]], told: [[2, expect.any(String), 'lost-letter']] })
  })

  it('there are none in a workbook', async () => {
    expect((await readFile('PK\u0003\u0004handle,offer\n')).reading).toEqual({ kind: 'broken', line: 1, why: 'no-text' })
  })
})
