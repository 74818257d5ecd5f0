import { describe, expect, it } from 'vitest'
import { readOrderLine } from './read-order.ts'
import { readWebhookOrder } from './read-webhook-order.ts'

const gid = (kind: string, id: number) => `gid://shopify/${kind}/${id}`
const money = (amount: string, currencyCode = 'EUR') => ({ shopMoney: { amount, currencyCode } })

const head = {
  id: gid('Order', 1),
  processedAt: '2026-11-01T10:00:00.700Z',
  updatedAt: '2026-11-02T10:00:00Z',
  cancelledAt: null,
  test: false,
  customer: { id: gid('Customer', 7) },
  subtotalLineItemsQuantity: 3,
  taxesIncluded: true,
  sourceName: 'web',
  refundDiscrepancySet: money('-2.50'),
  customAttributes: [
    { key: '_tandem_visit', value: 'Ada Lovelace' },
    { key: '_tandem_visit', value: '0f8e4c1d9b3a27560f8e4c1d9b3a2756' },
  ],
}
const item = {
  id: gid('LineItem', 11),
  __parentId: gid('Order', 1),
  quantity: 3,
  currentQuantity: 2,
  product: { id: gid('Product', 21) },
  variant: { id: gid('ProductVariant', 31) },
  originalUnitPriceSet: money('12.50'),
  discountAllocations: [{ allocatedAmountSet: money('1.25') }, { allocatedAmountSet: money('0.05') }],
  taxLines: [{ priceSet: money('5.50') }, { priceSet: money('0.49') }],
  customAttributes: [
    { key: 'engraving', value: 'For Ada' },
    { key: '_tandem', value: 'product-page/rule/r1' },
  ],
  lineItemGroup: { id: gid('LineItemGroup', 41), productId: gid('Product', 42) },
}

describe('a line of the order export', () => {
  it('is an order’s head, to the second', () => {
    expect(readOrderLine(head)).toEqual({
      kind: 'order',
      pieces: 3,
      order: {
        id: 1,
        customerId: 7,
        processedAt: Date.UTC(2026, 10, 1, 10),
        updatedAt: Date.UTC(2026, 10, 2, 10),
        cancelledAt: null,
        isTest: false,
        taxesIncluded: true,
        channel: 'web',
        adjustment: -250,
        visit: '0f8e4c1d9b3a27560f8e4c1d9b3a2756',
      },
    })
  })

  it('is one of its lines: pieces sold and left, price and what came off in minor units, who sold it, of which bundle', () => {
    expect(readOrderLine(item)).toEqual({
      kind: 'line',
      of: 1,
      line: {
        id: 11,
        productId: 21,
        variantId: 31,
        quantity: 3,
        currentQuantity: 2,
        unitPrice: 1_250,
        discount: 130,
        tax: 599,
        soldBy: 'product-page/rule/r1',
        bundle: { id: 41, productId: 42 },
      },
    })
  })

  it('counts in the currency’s own minor units', () => {
    const price = (amount: string, currency: string) => {
      const read = readOrderLine({ ...item, originalUnitPriceSet: money(amount, currency), discountAllocations: [] })
      return read.kind === 'line' ? read.line.unitPrice : read
    }
    expect([price('1250', 'JPY'), price('12.500', 'KWD'), price('12.5', 'EUR')]).toEqual([1_250, 12_500, 1_250])
  })

  it('does without what need not be there', () => {
    const bare = { product: null, variant: null, discountAllocations: null, customAttributes: undefined, lineItemGroup: null }
    expect(readOrderLine({ ...item, ...bare })).toMatchObject({
      line: { productId: null, variantId: null, discount: 0, soldBy: null, bundle: null },
    })
    expect(readOrderLine({ ...head, customer: null, subtotalLineItemsQuantity: undefined })).toMatchObject({
      pieces: null,
      order: { customerId: null },
    })
  })

  it.each([
    ['a head of another kind', { ...head, id: gid('Product', 1) }, 'id: is no order'],
    ['a line of something else', { ...item, __parentId: gid('Product', 1) }, '__parentId: is no order'],
    ['a line of another kind', { ...item, id: gid('Order', 11) }, 'id: is no line item'],
    ['a price that is none', { ...item, originalUnitPriceSet: money('dear') }, 'originalUnitPriceSet: is no amount'],
    ['pieces below none', { ...item, quantity: -1 }, 'quantity: '],
    ['pieces left below none', { ...item, currentQuantity: -1 }, 'currentQuantity: '],
    ['half a piece', { ...item, quantity: 1.5 }, 'quantity: '],
    ['no time', { ...head, processedAt: 'yesterday' }, 'processedAt: '],
    ['a sum of pieces below none', { ...head, subtotalLineItemsQuantity: -1 }, 'subtotalLineItemsQuantity: '],
  ])('is broken with the field’s name: %s', (_, line, why) => {
    const read = readOrderLine(line)
    expect(read).toMatchObject({ kind: 'broken', why: expect.stringContaining(why) as string })
  })
})

describe('the order in a webhook', () => {
  const order = {
    id: 1,
    currency: 'EUR',
    created_at: '2026-11-01T09:00:00Z',
    processed_at: '2026-11-01T10:00:00Z',
    updated_at: '2026-11-02T10:00:00Z',
    line_items: [{ id: 11, product_id: 21, variant_id: 31, quantity: 3, price: '12.50' }],
  }
  const withItem = (part: object) => readWebhookOrder({ ...order, line_items: [{ ...order.line_items[0], ...part }] })

  it('says of a line without a count of what is left that all of it is', () => {
    expect(withItem({})).toMatchObject({ lines: [{ quantity: 3, currentQuantity: 3 }] })
    expect(withItem({ current_quantity: 0 })).toMatchObject({ lines: [{ quantity: 3, currentQuantity: 0 }] })
  })

  it.each([
    ['pieces below none', { quantity: -1 }, 'line_items.0.quantity'],
    ['pieces left below none', { current_quantity: -1 }, 'line_items.0.current_quantity'],
    ['a price that is none', { price: 'dear' }, 'line_items.0.price: is no amount'],
    ['an id that is none', { id: 0 }, 'line_items.0.id'],
  ])('is refused with the field’s name: %s', (_, part, why) => {
    expect(withItem(part)).toEqual(expect.stringContaining(why))
  })

  it('takes when it was made for when it was processed, and is none without either', () => {
    expect(readWebhookOrder({ ...order, processed_at: null })).toMatchObject({ processedAt: Date.UTC(2026, 10, 1, 9) })
    expect(readWebhookOrder({ ...order, processed_at: null, created_at: null })).toBe('processed_at: is missing')
  })
})
