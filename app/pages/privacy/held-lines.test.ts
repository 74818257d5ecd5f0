import { expect, it } from 'vitest'
import type { CustomerId, OrderId } from '#app/commerce/ids.ts'
import type { HeldLine } from '#app/privacy/data-requests.server.ts'
import { toCsv, toRows } from './held-lines.ts'

const line = (part: Partial<HeldLine> = {}): HeldLine => ({
  order: 900 as OrderId,
  orderedAt: '2026-11-01T10:00:00.000Z',
  customer: 7 as CustomerId,
  product: 'Robot',
  quantity: 2,
  unitPrice: 1250,
  discount: 125,
  ...part,
})

it('gives one row for each line, with what is held and nothing else', () => {
  expect(toRows([line()], 'EUR')).toEqual([
    {
      order: 900,
      ordered_at: '2026-11-01T10:00:00.000Z',
      customer_id: 7,
      product: 'Robot',
      quantity: 2,
      unit_price: '12.50',
      discount: '1.25',
      currency: 'EUR',
    },
  ])
  expect(toCsv(toRows([line({ product: null, customer: null })], 'JPY'))).toBe(
    'order,ordered_at,customer_id,product,quantity,unit_price,discount,currency\r\n900,2026-11-01T10:00:00.000Z,,,2,1250,125,JPY\r\n',
  )
})

it('lets no title run as a formula', () => {
  expect(toCsv(toRows([line({ product: 'Lamp;=1+1' })], 'EUR'))).toContain(`,"Lamp;'=1+1",`)
})
