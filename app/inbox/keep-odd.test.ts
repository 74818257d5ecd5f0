import { describe, expect, it } from 'vitest'
import { webhookOrder } from '../../test/a/webhook-order.ts'
import { allowedFields } from './allowed-fields.ts'

describe('of what is odd, keepAllowed', () => {
  it.each([
    ['product_id', 0],
    ['product_id', ''],
    ['variant_id', '7'],
    ['variant_id', false],
    ['current_quantity', null],
    ['price', 12.5],
  ])('keeps an order whose line has for its %s %j', (field, odd) => {
    const read = allowedFields('orders/create', { ...webhookOrder, line_items: [{ ...webhookOrder.line_items[0], [field]: odd }] })
    expect(read).toMatchObject({ kind: 'kept', kept: { order: { lines: [{ id: 9, unitPrice: 1250, quantity: 3 }] } } })
  })

  it('keeps an order whose customer cannot be read, as nobody’s', () => {
    for (const customer of [{}, { id: null }, { id: 0 }, { id: '7' }, [], 7, 'Ada'])
      expect(allowedFields('orders/create', { ...webhookOrder, customer })).toMatchObject({
        kind: 'kept',
        kept: { order: { customerId: null } },
      })
  })

  it.each([
    ['products/update', { id: 788032119674292922 }],
    ['products/delete', { id: 788032119674292922 }],
    ['orders/create', { ...webhookOrder, id: 820982911946154508, line_items: [{ id: 866550311766439020, quantity: 1, price: '199.00' }] }],
    ['orders/updated', { ...webhookOrder, line_items: [{ id: 866550311766439020, quantity: 1, price: '199.00' }] }],
    ['orders/delete', { id: 820982911946154508 }],
    ['orders/edited', { order_edit: { id: 1, order_id: 820982911946154508 } }],
    ['refunds/create', { id: 890088186047892319, order_id: 820982911946154508 }],
    ['inventory_items/update', { id: 271878346596884015 }],
    ['inventory_levels/update', { inventory_item_id: 271878346596884015 }],
    ['customers/redact', { customer: { id: 706405506930370084 }, orders_to_redact: [820982911946154508] }],
    ['collections/update', { id: 841564295841564295 }],
    [
      'customers/merge',
      {
        admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/706405506930370084',
        admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/706405506930370085',
        status: 'completed',
      },
    ],
  ])('knows a sample of %s by an id that no shop has', (topic, body) => {
    expect(allowedFields(topic, body)).toEqual({ kind: 'sample' })
  })

  it('takes nothing for a sample that is merely broken', () => {
    for (const body of [{}, { id: 'x' }, { id: 1.5 }, { id: -1 }, { title: 788032119674292922 }])
      expect(allowedFields('products/update', body)).toMatchObject({ kind: 'broken' })
  })

  it.each(['failed', 'in_progress', 'requested', 'FAILED', 7, {}])('does nothing about a merge that is %j', (status) => {
    const ids = {
      admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/7',
      admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/8',
    }
    expect(allowedFields('customers/merge', { ...ids, status })).toEqual({ kind: 'unwanted' })
    expect(allowedFields('customers/merge', { admin_graphql_api_customer_kept_id: null, status, errors: [{}] })).toEqual({
      kind: 'unwanted',
    })
  })
})
