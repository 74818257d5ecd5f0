import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectOrdersHeld } from '../../running/what-is-held.ts'
import { anInbox } from './inbox.ts'

const DAY = 24 * 60 * 60 * 1000
const { database, shop, weather, quiet, send, expectHeld, rowsOf, place, bodyOf } = await anInbox('inbox-order')

describe('the order of arrival', () => {
  it('does not matter: a change may come before what it changes, and a state of the same second after a newer one', async () => {
    weather.webhooks.hold('orders/create')
    const order = place()
    await quiet()
    shop.changeOrder(order.id, { quantities: { [order.lines[0]!.id]: 2 } })
    await quiet()
    await expectOrdersHeld(database, shop)
    weather.webhooks.release()
    await quiet()
    await expectOrdersHeld(database, shop)
  })

  it('brings nothing back that was deleted before', async () => {
    const order = place()
    const late = bodyOf(order, { updatedAt: new Date(Date.now() + DAY).toISOString() })
    await quiet()
    shop.deleteOrder(order.id)
    await quiet()
    expect(await send('orders/updated', late)).toBe(200)
    await quiet()
    await expectOrdersHeld(database, shop)
    expect(JSON.stringify(await rowsOf('SELECT * FROM tombstone'))).not.toContain(String(order.id))
  })

  it('does not matter in any weather, for anything that happens', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant({ kind: 'place' as const }) },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constantFrom('edit' as const, 'add' as const, 'refund' as const, 'cancel' as const, 'delete' as const),
          which: fc.nat(),
          to: fc.integer({ min: 0, max: 5 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom('stock' as const, 'title' as const),
          which: fc.nat(),
          to: fc.integer({ min: 0, max: 3 }),
        }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.boolean(), async (steps, holds) => {
        weather.webhooks.often(0.3, { kind: 'duplicate' })
        weather.webhooks.often(0.3, { kind: 'twin' })
        weather.webhooks.often(0.2, { kind: 'unacknowledged' })
        weather.webhooks.often(0.2, { kind: 'late', milliseconds: 150 })
        if (holds) weather.webhooks.hold()
        else weather.webhooks.shuffle(6)
        for (const one of steps) happen(one)
        weather.webhooks.release('shuffled')
        await quiet()
        await expectHeld()
        weather.clear()
      }),
      { numRuns: 12 },
    )
  })
})

type Step =
  | { readonly kind: 'place' }
  | {
      readonly kind: 'edit' | 'add' | 'refund' | 'cancel' | 'delete' | 'stock' | 'title'
      readonly which: number
      readonly to: number
    }

function happen(step: Step): void {
  if (step.kind === 'place') return void place(null)
  const { kind, which, to } = step
  const open = [...shop.orders.values()].filter(({ cancelledAt }) => cancelledAt === null)
  const order = open[which % open.length]
  const line = order?.lines[which % order.lines.length]
  if (kind === 'stock' || kind === 'title') {
    // Not of what orders are placed of: the shop sells nothing that it has not.
    shop.changeProduct(3 + (which % 2), (product) => {
      if (kind === 'title') product.title = `Title ${to}`
      else product.variants[0]!.stock = to === 0 ? 0 : 1_000
    })
  } else if (order && line) {
    if (kind === 'edit') shop.changeOrder(order.id, { quantities: { [line.id]: to } })
    if (kind === 'add' && shop.variants.get(21)!.variant.stock! > 10)
      shop.changeOrder(order.id, { add: [{ variantId: 21, quantity: 1, properties: {} }] })
    if (kind === 'refund' && line.currentQuantity > 0) shop.refund(order.id, { lines: { [line.id]: 1 } })
    if (kind === 'cancel') shop.cancelOrder(order.id)
    if (kind === 'delete') shop.deleteOrder(order.id)
  }
}
