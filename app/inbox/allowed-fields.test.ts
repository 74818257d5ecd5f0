import { describe, expect, it } from 'vitest'
import { webhookOrder } from '../../test/a/webhook-order.ts'
import { allowedFields } from './allowed-fields.ts'

const soldByNobody = { tax: 0, discount: 0, soldBy: null, bundle: null }

describe('keepAllowed', () => {
  it('keeps of an order its lines and a customer id, in minor units and milliseconds', () => {
    expect(allowedFields('orders/create', webhookOrder)).toEqual({
      kind: 'kept',
      kept: {
        kind: 'order',
        order: {
          id: 501,
          customerId: 7,
          processedAt: Date.parse('2026-11-20T09:00:00Z'),
          updatedAt: Date.parse('2026-11-20T09:05:00Z'),
          cancelledAt: null,
          isTest: false,
          ...{ taxesIncluded: true, channel: 'web', adjustment: -125, visit: '0f8e4c1d9b3a27560f8e4c1d9b3a2756' },
          lines: [
            {
              id: 9,
              productId: 1,
              variantId: 2,
              quantity: 3,
              currentQuantity: 2,
              unitPrice: 1250,
              discount: 0,
              tax: 599,
              soldBy: 'product-page/rule/r-1',
              bundle: null,
            },
            { id: 10, productId: null, variantId: null, quantity: 1, currentQuantity: 1, unitPrice: 100, ...soldByNobody },
          ],
        },
      },
    })
  })

  it('keeps nothing about the person, wherever in the body it stands', () => {
    const text = JSON.stringify(allowedFields('orders/updated', webhookOrder))
    for (const secret of ['Ada', 'ada@', 'example.com', '0100', 'Canary', 'London', 'Engraving']) expect(text).not.toContain(secret)
  })

  it('believes a line to be ours only where it has the form that we publish', () => {
    const soldBy = (value: unknown) => {
      const reduced = allowedFields('orders/create', {
        ...webhookOrder,
        line_items: [{ id: 1, quantity: 1, price: '1', properties: [{ name: '_tandem', value }] }],
      })
      return reduced.kind === 'kept' && reduced.kept.kind === 'order' ? reduced.kept.order.lines[0]!.soldBy : reduced
    }
    expect(soldBy('cart/bought-together/0a1b')).toBe('cart/bought-together/0a1b')
    for (const forged of ['ada@example.com', 'a/b', 'a/b/c/d', '', 7, null, { a: 1 }, `a/b/${'x'.repeat(65)}`])
      expect(soldBy(forged)).toBeNull()
  })

  it('takes for an order’s day the one on which it was processed, and the other where nothing else is said', () => {
    const dayOf = (times: object) => {
      const reduced = allowedFields('orders/create', { ...webhookOrder, ...times })
      return reduced.kind === 'kept' && reduced.kept.kind === 'order' ? new Date(reduced.kept.order.processedAt).toISOString() : reduced
    }
    expect(dayOf({ processed_at: '2024-02-03T04:05:06-05:00' })).toBe('2024-02-03T09:05:06.000Z')
    expect(dayOf({ processed_at: '2024-02-03T04:05:06-05:00', created_at: undefined })).toBe('2024-02-03T09:05:06.000Z')
    expect(dayOf({ processed_at: null })).toBe('2026-11-20T09:00:00.000Z')
    expect(dayOf({ created_at: undefined })).toMatchObject({ kind: 'broken' })
  })

  it('knows an order that is only a test, and the parts of a bundle', () => {
    const line = webhookOrder.line_items[0]
    const group = { id: 77, product_id: 5, variant_id: 51, title: 'A set', quantity: 1 }
    const lines = [
      line,
      { ...line, id: 11, line_item_group: group },
      { ...line, id: 12, line_item_group: { id: 78, product_id: null } },
      { ...line, id: 13, line_item_group: 'x' },
    ]
    expect(allowedFields('orders/create', { ...webhookOrder, test: true, line_items: lines })).toMatchObject({
      kept: {
        order: {
          isTest: true,
          lines: [{ bundle: null }, { bundle: { id: 77, productId: 5 } }, { bundle: { id: 78, productId: null } }, { bundle: null }],
        },
      },
    })
    for (const test of [false, null, undefined, 'true', 0])
      expect(allowedFields('orders/create', { ...webhookOrder, test })).toMatchObject({ kept: { order: { isTest: false } } })
  })

  it.each([
    ['an empty object', {}],
    ['an object', { _tandem: 'product-page/rule/r-1' }],
    ['a name that is null', [{ name: null, value: 'x' }]],
    ['no name', [{ value: 'x' }]],
    ['null', null],
    ['nulls', [null, null]],
    ['numbers', [1, 2]],
    ['a number as its name', [{ name: 7, value: 7 }]],
    ['a value of many', [{ name: '_tandem', value: ['product-page/rule/r-1'] }]],
    ['a text', 'Ada'],
    ['a number', 0],
    ['true', true],
    ['lists in lists', [[['_tandem', 'x']]]],
  ])('keeps an order whose line has %s for properties, and reads what it can', (_what, properties) => {
    const lines = [
      { ...webhookOrder.line_items[0], properties },
      { ...webhookOrder.line_items[0], id: 11 },
    ]
    const read = allowedFields('orders/create', { ...webhookOrder, line_items: lines })
    expect(read).toMatchObject({
      kind: 'kept',
      kept: {
        order: {
          lines: [
            { id: 9, soldBy: null },
            { id: 11, soldBy: 'product-page/rule/r-1' },
          ],
        },
      },
    })
    const beside = [properties, { name: '_tandem', value: 'product-page/rule/r-1' }].flat()
    expect(
      allowedFields('orders/create', { ...webhookOrder, line_items: [{ ...webhookOrder.line_items[0], properties: beside }] }),
    ).toMatchObject({
      kind: 'kept',
      kept: { order: { lines: [{ soldBy: 'product-page/rule/r-1' }] } },
    })
  })

  it('says what is broken, by its path', () => {
    expect(allowedFields('orders/create', { ...webhookOrder, id: 'x' })).toEqual({
      kind: 'broken',
      why: expect.stringMatching(/^id: /) as string,
    })
    expect(allowedFields('orders/create', { ...webhookOrder, line_items: [{ id: 1, quantity: 1, price: 'free' }] })).toEqual({
      kind: 'broken',
      why: 'line_items.0.price: is no amount',
    })
    expect(allowedFields('products/update', {})).toMatchObject({ kind: 'broken' })
  })
})
