import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CustomerId, OrderId } from '#app/commerce/ids.ts'
import type { HeldLine } from './data-requests.server.ts'
import { toCsv, toRows } from './held-lines.ts'

const line = (part: Partial<HeldLine> = {}): HeldLine => ({
  order: 900 as OrderId,
  orderedAt: '2026-11-01T10:00:00.000Z',
  customer: 7 as CustomerId,
  product: 'Robot',
  quantity: 2,
  unitPrice: 1250,
  ...part,
})

/** A reader of our own, by the rules of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

it('gives one row for each line, with what is held and nothing else', () => {
  expect(toRows([line()], 'EUR')).toEqual([
    {
      order: 900,
      ordered_at: '2026-11-01T10:00:00.000Z',
      customer_id: 7,
      product: 'Robot',
      quantity: 2,
      unit_price: '12.50',
      currency: 'EUR',
    },
  ])
  expect(toCsv(toRows([line({ product: null, customer: null })], 'JPY'))).toBe(
    'order,ordered_at,customer_id,product,quantity,unit_price,currency\r\n900,2026-11-01T10:00:00.000Z,,,2,1250,JPY\r\n',
  )
})

it('keeps every title in its field, and lets none run as a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '@', ' ', 'ü') }).filter((text) => text !== '')),
      (titles) => {
        const read = readCsv(
          toCsv(
            toRows(
              titles.map((product) => line({ product })),
              'EUR',
            ),
          ),
        )
        expect(read).toHaveLength(titles.length + 1)
        for (const [at, title] of titles.entries()) {
          const field = read[at + 1]![3]!
          expect(field).toBe(/^[=@\r]/.test(title) ? `'${title}` : title)
        }
      },
    ),
  )
})
