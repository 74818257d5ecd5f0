import { describe, expect, it } from 'vitest'
import { pairsOf, readFile } from '../../../test/a/csv-file.ts'

const DISCOVERY = 'product.metafields.shopify--discovery--product_recommendation'

describe('what parts the cells', () => {
  it.each([
    ['a comma in a header', 'Handle;Recommended products, best first\nrobot-dog;aa-cells\n'],
    ['a comma in a header, and tabs', 'Handle\tRecommended products, best first\nrobot-dog\taa-cells\n'],
    ['a comma in a header, and bars', 'Handle|Recommended products, best first; at most 3\nrobot-dog|aa-cells\n'],
    ['commas in quotes', '"Product, handle";"Recommended products, best first"\n"robot-dog";"aa-cells"\n'],
    ['commas in every row', 'Produkt;Ergänzt\nRobot dog;Cable, 3 m\nLeash;Cable, 3 m\n'],
    ['a quote behind another delimiter', 'Handle;Note;Recommended\nrobot-dog;13,"wide;aa-cells\n'],
    ['a title above the header', 'Upsells, of 3 May\n\nHandle;Recommended products\nrobot-dog;aa-cells\n'],
    ['a hint', 'sep=;\nHandle;Recommended\nrobot-dog;aa-cells\n'],
    ['a hint in quotes', '"sep=;"\r\n"Handle";"Recommended"\r\n"robot-dog";"aa-cells"\r\n'],
    ['a hint in capitals, with delimiters behind it', '\uFEFFSEP=;;\r\nHandle;Recommended\r\nrobot-dog;aa-cells\r\n'],
    ['a hint of a tab', 'sep=\t\nHandle\tRecommended\nrobot-dog\taa-cells\n'],
    ['a hint of another delimiter', 'sep=^\nHandle^Recommended, best first\nrobot-dog^"aa-cells"\n'],
    ['a hint that no longer holds', '"sep=;",\nHandle,Recommended\nrobot-dog,aa-cells\n'],
  ])('is found: %s', async (_, text) => {
    const found = await readFile(text, /Produkt/.test(text) ? { beside: 0, offered: [1], isHeadless: false } : undefined)
    expect(found.pairs).toEqual(
      /Produkt/.test(text)
        ? [
            [1, 7],
            [3, 7],
          ]
        : [[1, 2]],
    )
    expect(found.told).toEqual([])
  })

  it('is read in UTF-16, with its mark or without, and behind a hint', async () => {
    const text = 'sep=;\r\nHandle;Recommended\r\nrobot-dog;Crème brûlée\r\n'
    for (const marked of [text, `\uFEFF${text}`]) {
      const little = Buffer.from(marked, 'utf16le')
      expect(await pairsOf(little)).toEqual([[1, 6]])
      expect(await pairsOf(Buffer.from(little).swap16())).toEqual([[1, 6]])
    }
  })

  it('can be said, and columns beyond the header can be chosen', async () => {
    const text = 'a,b;c\nrobot-dog,x;aa-cells\n'
    expect(await pairsOf(text, { beside: 0, offered: [1], isHeadless: false }, ';')).toEqual([])
    expect(await pairsOf('robot-dog,x|aa-cells\nleash,y|pan\n', { beside: 1, offered: [0], isHeadless: true }, '|')).toEqual([
      [2, 1],
      [8, 3],
    ])
    expect(await pairsOf('x;y\nrobot-dog;7;aa-cells\n', { beside: 0, offered: [2], isHeadless: false })).toEqual([[1, 2]])
  })
})

describe('cells beyond the header', () => {
  it.each([',', ';', '\t', '|'])('go on with the last column where that is offered, by “%s”', async (by) => {
    const text = (lines: string[][]) => lines.map((cells) => cells.join(by)).join('\n')
    expect(
      await pairsOf(
        text([
          ['handle', 'offer'],
          ['robot-dog', 'aa-cells', 'leash'],
        ]),
      ),
    ).toEqual([[1, 2, 3]])
    expect(
      await pairsOf(
        text([
          ['handle', 'offer', '', ''],
          ['robot-dog', 'aa-cells', 'leash', ''],
        ]),
      ),
    ).toEqual([[1, 2, 3]])
    expect(
      await pairsOf(
        text([
          ['robot-dog', 'aa-cells'],
          ['pan', 'aa-cells', 'leash'],
        ]),
        { beside: 0, offered: [1], isHeadless: true },
      ),
    ).toEqual([
      [1, 2],
      [8, 2, 3],
    ])
  })

  it('are told where nobody knows which of them is what', async () => {
    expect(await pairsOf('handle,note,offer\nrobot-dog,good, pan,leash\n')).toEqual([])
    expect(await readFile('handle,offer,note\nrobot-dog,aa-cells,leash,good\nleash,pan,fine,\n')).toMatchObject({
      pairs: [[3, 8]],
      told: [[2, 'good', 'beyond-header']],
    })
  })

  it('make no name of a part of one', async () => {
    const { pairs, told } = await readFile('Product,Recommended\nrobot-dog,Lid, Pan\nRobot dog,Leash,Pan\n')
    expect(pairs).toEqual([])
    expect(told).toEqual([
      [2, 'Lid · Pan', 'not-whole'],
      [3, 'Pan', 'beyond-header'],
    ])
  })

  it('may be too few', async () => {
    const { pairs, reading } = await readFile('handle,title,offer\nrobot-dog,Robot dog,leash\naa-cells\n')
    expect([pairs, reading]).toMatchObject([[[1, 3]], { rows: 2, bare: 1, left: {} }])
  })
})

describe('an export of products', () => {
  const EXPORT =
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Option1 Linked To,Variant SKU,Variant Price,Image Src,Status'
  it.each([
    'Handle,Title,Target gender (product.metafields.shopify.target-gender),Accessory size (product.metafields.shopify.accessory-size)',
    `${EXPORT},Recommended age group (product.metafields.custom.recommended_age),Target gender (product.metafields.shopify.target-gender)`,
    'URL handle,Title,Accessory size,Suggested age,Cross section,Offer ends,Related video',
    'Handle,Title,Pairs with size (product.metafields.custom.pairs),Target (product.metafields.custom.target)',
    `Handle,Title,Related products settings (${DISCOVERY}.related_products_display),Search product boosts (product.metafields.shopify--discovery--product_search_boost.queries)`,
    'ID,Handle,Title,Metafield: custom.accessory_size [single_line_text_field],Metafield: custom.related_posts [list.article_reference],Metafield: custom.offer_count [number_integer]',
  ])('that pairs nothing is not understood: %s', async (header) => {
    const cells = header.split(',').map((_, at) => ['robot-dog', 'Robot dog'][at] ?? 'pan')
    expect((await readFile(`${header}\n${cells.join(',')}\n`)).reading).toMatchObject({
      kind: 'not-understood',
      first: [header.split(',').map((cell) => cell.slice(0, 80)), cells],
    })
  })

  it('is read by its pairs, and its rows of variants and pictures are counted and not told', async () => {
    const rows = Array.from({ length: 194 }, (_, at) => `robot-dog,,,,,,,${at},,S-${at},9.00,https://x.example/${at}.png,,`)
    for (const header of [
      `Ergänzende Produkte (${DISCOVERY}.complementary_products)`,
      'Metafield: shopify--discovery--product_recommendation.complementary_products [list.product_reference]',
      'Metafield: custom.related\\.products [list.product_reference]',
    ]) {
      const file = [`${EXPORT},${header}`, `robot-dog,Robot dog,<p>x</p>,Maker,Toy,,,,,TOY-1,9.00,,active,aa-cells; leash`, ...rows].join(
        '\r\n',
      )
      const { pairs, told, reading } = await readFile(file)
      expect([pairs, told]).toEqual([[[1, 2, 3]], []])
      expect(reading).toMatchObject({ rows: 195, bare: 194, left: {} })
    }
  })

  it('tells a row that offers something beside nothing', async () => {
    expect((await readFile('handle,offer\n,leash\nrobot-dog,[]\nrobot-dog,\n')).told).toEqual([[2, 'leash', 'names-no-product']])
  })
})
