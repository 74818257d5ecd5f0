import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import type { Basket } from './basket.ts'
import { changeLines, lineIdOf, type LineChange } from './change-lines.ts'

const shop = openShop(aWorld({ products: [1, 2, 3].map((id) => aProduct({ id, stock: 4 })) }))
const variant = (id: number) => `gid://shopify/ProductVariant/${id}1`
const basket: Basket = { lines: [{ variantId: 11, quantity: 1, properties: {} }], attributes: {}, isCart: true }
const add = (id: number, more: Partial<LineChange> = {}): LineChange => ({
  type: 'addCartLine',
  merchandiseId: variant(id),
  quantity: 1,
  ...more,
})

test('adds a line below the one that it names, which takes it along when it goes', () => {
  const first = lineIdOf(basket.lines[0]!)
  const changed = changeLines(shop, basket, add(2, { parent: { lineId: first }, attributes: [{ key: '_tandem', value: 'x' }] }))
  if (changed.kind === 'refused') throw new Error(changed.message)
  expect(changed.lines).toMatchObject([{ variantId: 11 }, { variantId: 21, properties: { _tandem: 'x' } }])
  expect(changeLines(shop, { ...basket, lines: changed.lines }, { type: 'removeCartLine', id: first, quantity: 1 })).toEqual({
    kind: 'changed',
    lines: [],
  })
})

test.each<[string, LineChange, Partial<Basket>]>([
  ['more than there is', add(2, { quantity: 5 }), {}],
  ['what the shop does not have', add(9), {}],
  ['a parent that is not there', add(2, { parent: { lineId: 'gid://shopify/CartLine/x' } }), {}],
  ['a line that is not there', { type: 'removeCartLine', id: 'gid://shopify/CartLine/x', quantity: 1 }, {}],
  ['anything through a wallet', add(2), { isWallet: true }],
])('refuses %s', (_, change, more) => {
  expect(changeLines(shop, { ...basket, ...more }, change).kind).toBe('refused')
})

test('whatever is asked, there is never more of anything than the shop has', () => {
  const change = fc.record({ id: fc.integer({ min: 1, max: 4 }), quantity: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (asked) => {
      const lines = asked.reduce((now, { id, quantity }) => {
        const changed = changeLines(
          shop,
          { ...basket, lines: now },
          add(id, { quantity, attributes: [{ key: 'n', value: String(quantity) }] }),
        )
        return changed.kind === 'changed' ? changed.lines : now
      }, basket.lines)
      for (const [, of] of Map.groupBy(lines, ({ variantId }) => variantId))
        expect(of.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(4)
    }),
  )
})
