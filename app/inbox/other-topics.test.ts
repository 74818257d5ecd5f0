import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webhookOrder } from '../../test/a/webhook-order.ts'
import { allowedFields } from './allowed-fields.ts'

describe('of what is no order', () => {
  it('keeps the id alone of a product, and nothing of a topic that we did not ask for', () => {
    expect(allowedFields('products/update', { id: 5, title: 'Robot' })).toEqual({ kind: 'kept', kept: { kind: 'product', id: 5 } })
    expect(allowedFields('carts/update', { id: 5 })).toEqual({ kind: 'unwanted' })
  })

  it('keeps of what does not tell enough whom it is about', () => {
    const kept = (topic: string, body: unknown) => {
      const reduced = allowedFields(topic, body)
      return reduced.kind === 'kept' ? reduced.kept : reduced
    }
    const edit = { id: 1, order_id: 501, staff_note: 'For Ada', line_items: { additions: [], removals: [] } }
    expect(kept('orders/edited', { order_edit: edit })).toEqual({ kind: 'order-named', id: 501 })
    expect(kept('refunds/create', { id: 2, order_id: 501, note: 'Ada was sad' })).toEqual({ kind: 'order-named', id: 501 })
    expect(kept('orders/delete', { id: 501 })).toEqual({ kind: 'order-deleted', id: 501 })
    expect(kept('orders/cancelled', webhookOrder)).toMatchObject({ kind: 'order', order: { id: 501 } })
    expect(kept('inventory_levels/update', { inventory_item_id: 9, available: 3 })).toEqual({ kind: 'inventory-item', id: 9 })
    expect(kept('inventory_items/update', { id: 9, cost: '4.00' })).toEqual({ kind: 'inventory-item', id: 9 })
    const merge = {
      admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/7',
      admin_graphql_api_customer_deleted_id: 'gid://shopify/Customer/8',
    }
    expect(kept('customers/merge', merge)).toEqual({ kind: 'merge', keptId: 7, goneId: 8 })
    expect(kept('customers/merge', { ...merge, status: 'completed' })).toEqual({ kind: 'merge', keptId: 7, goneId: 8 })
    expect(kept('customers/merge', { ...merge, admin_graphql_api_customer_kept_id: 'gid://shopify/Order/7' })).toMatchObject({
      kind: 'broken',
    })
    expect(kept('orders/edited', { id: 501 })).toMatchObject({ kind: 'broken' })
  })

  it('keeps of a privacy request whom and which orders it names, and no word about the person', () => {
    const customer = { id: 7, email: 'ada@example.com', phone: '+15555550100' }
    expect(allowedFields('customers/data_request', { customer, orders_requested: [1, 2], data_request: { id: 99 } })).toEqual({
      kind: 'kept',
      kept: { kind: 'data-request', id: '99', customerId: 7, orders: [1, 2] },
    })
    expect(allowedFields('customers/redact', { customer, orders_to_redact: [3] })).toEqual({
      kind: 'kept',
      kept: { kind: 'redact-customer', customerId: 7, orders: [3] },
    })
  })

  it('never throws', () => {
    const topics = fc.constantFrom(
      ...['orders/create', 'orders/edited', 'orders/delete', 'refunds/create'],
      'customers/merge',
      'inventory_levels/update',
      'products/delete',
      'collections/update',
      'customers/redact',
      'customers/data_request',
      'shop/redact',
      'x/y',
    )
    fc.assert(fc.property(topics, fc.anything(), (topic, body) => typeof allowedFields(topic, body).kind === 'string'))
  })
})
