import { beforeAll, beforeEach, expect, it } from 'vitest'
import { aProduct, aVariant, aWorld } from '../../a/world.ts'
import { aWarySyncedShop } from '../../running/synced-shop.ts'

const many = Array.from({ length: 250 }, (_, at) => aVariant({ id: 2001 + at, title: `Size ${at}`, stock: at === 249 ? null : 9 }))
const world = aWorld({
  products: [aProduct({ id: 1, stock: 9 }), aProduct({ id: 2, variants: many }), aProduct({ id: 3, stock: null })],
})
const { shop, weather, quiet, expectHeld, one } = await aWarySyncedShop('stock-of-today', world)

// An export gives variants in any order; whoever asks for the product itself gets the merchant's.
beforeAll(async () => {
  shop.changeProduct(2, (product) => (product.title = 'Many sizes'))
  await quiet()
})

let asked: () => number
beforeEach(async () => {
  await quiet()
  weather.graphql.often(1, { kind: 'hang', milliseconds: 0 }, 'ProductNow')
  const before = weather.graphql.met.length
  asked = () => weather.graphql.met.slice(before).filter(({ names }) => names.includes('ProductNow')).length
})
const sell = (variantId: number) =>
  shop.placeOrder({ customerId: null, lines: [{ variantId, quantity: 2, properties: {} }], attributes: {} })
const stockOf = (product: number, at = 0) => one(`SELECT variants->${at}->>'stock' FROM product WHERE id = ${product}`)

it('takes the pieces from a sale of a counted variant, and asks for nothing', async () => {
  sell(11)
  await quiet()
  expect(await stockOf(1)).toBe('7')
  expect(asked()).toBe(0)
})

it('keeps uncounted what is not counted, though its deliveries name a number', async () => {
  const before = asked()
  sell(31)
  await quiet()
  expect(await stockOf(3)).toBeNull()
  await expectHeld()
  expect(asked() - before).toBeLessThanOrEqual(1)
})

it('keeps all 250 variants, whichever is sold', async () => {
  sell(2003)
  await quiet()
  expect([await stockOf(2, 2), await one('SELECT jsonb_array_length(variants) FROM product WHERE id = 2')]).toEqual(['7', 250])
  expect(asked()).toBe(0)
  sell(2201)
  await quiet()
  expect(await stockOf(2, 200)).toBe('7')
  await expectHeld()
})

it('hears of a new price, of a new variant and of one that is gone, beyond the hundredth', async () => {
  shop.changeProduct(2, (product) => (product.variants[180]!.price = 77))
  await quiet()
  await expectHeld()
  shop.changeProduct(2, (product) => product.variants.push(aVariant({ id: 2999, title: 'New', stock: 1 })))
  await quiet()
  await expectHeld()
  shop.changeProduct(2, (product) => void product.variants.splice(150, 1))
  await quiet()
  await expectHeld()
})

it('learns from the inventory item that a variant is counted now, and that it is not any more', async () => {
  shop.changeProduct(3, ({ variants: [variant] }) => (variant!.stock = 5))
  await quiet()
  expect(await stockOf(3)).toBe('5')
  shop.changeProduct(1, ({ variants: [variant] }) => (variant!.stock = null))
  await quiet()
  expect(await stockOf(1)).toBeNull()
  await expectHeld()
})
