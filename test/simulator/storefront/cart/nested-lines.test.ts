import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import { sampleDoor } from '../sample-door.ts'
import { openShopper } from '../shopper.ts'

const products = [1, 2, 3, 4].map((id) => aProduct({ id, stock: null }))
const openSample = () => openShopper(sampleDoor(), openShop(aWorld({ products })))

interface Item {
  readonly key: string
  readonly id: number
  readonly parent_relationship: { readonly parent_key: string } | null
}
type Sample = ReturnType<typeof openSample>
const itemsOf = async (shopper: Sample): Promise<Item[]> => (await (await shopper.get('/cart.js')).json()).items

test('a line is nested by the variant or the key of its parent, stands right after it and leaves with it', async () => {
  const shopper = openSample()
  await shopper.postJson('/cart/add.js', { items: [{ id: 11 }, { id: 21, parent_id: 11 }] })
  await shopper.postJson('/cart/add.js', { id: 31 })
  const [, tv] = await itemsOf(shopper)
  const answer = await (await shopper.postJson('/cart/add.js', { id: 41, parent_line_key: tv?.key })).json()
  expect(answer).toMatchObject({ id: 41, parent_relationship: { parent_key: tv?.key } })
  expect((await itemsOf(shopper)).map(({ id, parent_relationship }) => [id, parent_relationship?.parent_key])).toEqual([
    [31, undefined],
    [11, undefined],
    [41, tv?.key],
    [21, tv?.key],
  ])
  await shopper.postJson('/cart/change.js', { id: tv?.key, quantity: 0 })
  expect((await itemsOf(shopper)).map(({ id }) => id)).toEqual([31])
})

test.each([
  { id: 21, parent_id: 31 },
  { id: 21, parent_line_key: 'gone' },
  { id: 11, parent_id: 11 },
])('%j is refused and changes nothing', async (asked) => {
  const shopper = openSample()
  await shopper.postJson('/cart/add.js', { id: 11 })
  expect((await shopper.postJson('/cart/add.js', asked)).status).toBe(422)
  expect(await itemsOf(shopper)).toHaveLength(1)
})

test('whatever is added and taken out, no child is without its parent or before it', async () => {
  const id = fc.constantFrom(11, 21, 31, 41)
  const step = fc.oneof(
    fc.record({ id, parent_id: fc.option(id, { nil: undefined }) }).map((body) => ({ path: '/cart/add.js', body })),
    id.map((one) => ({ path: '/cart/change.js', body: { id: one, quantity: 0 } })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const shopper = openSample()
      for (const { path, body } of steps) await shopper.postJson(path, body)
      const items = await itemsOf(shopper)
      for (const [at, item] of items.entries()) {
        if (!item.parent_relationship) continue
        const before = items.slice(0, at).findLast(({ parent_relationship }) => parent_relationship === null)
        expect(before?.key).toBe(item.parent_relationship.parent_key)
      }
    }),
    { numRuns: 60 },
  )
})
