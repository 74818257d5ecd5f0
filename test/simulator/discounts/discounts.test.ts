import { expect, test } from 'vitest'
import { aProduct, aVariant, aWorld } from '../../a/world.ts'
import { openShop } from '../state/open-shop.ts'
import { sampleDoor } from '../storefront/sample-door.ts'
import { openShopper } from '../storefront/shopper.ts'
import type { Discount, DiscountWhat } from './discount.ts'

const lamp = aProduct({ id: 1, title: 'Lamp', price: 1999 })
const bulb = aProduct({ id: 2, title: 'Bulb', variants: [aVariant({ id: 21, price: 333 })] })

const aDiscount = (id: number, what: DiscountWhat, productDiscounts = true): Discount => ({
  id,
  title: `Discount ${id}`,
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: null,
  combinesWith: { orderDiscounts: false, productDiscounts, shippingDiscounts: false },
  what,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
})
const tenth = (products: number[]): DiscountWhat => ({
  kind: 'basic',
  goods: { products, variants: [] },
  worth: { percentage: 0.1 },
  minimumQuantity: null,
})

async function cartWith(discounts: readonly Discount[], world = aWorld({ products: [lamp, bulb] })) {
  const shop = openShop(world, () => new Date('2026-06-01T12:00:00Z'))
  for (const discount of discounts) shop.discounts.set(discount.id, discount)
  const shopper = openShopper(sampleDoor(), shop)
  await shopper.postJson('/cart/add.js', { items: [{ id: 11 }, { id: 21, quantity: 3 }] })
  const cart = (await (await shopper.get('/cart.js')).json()) as Record<string, never>
  return { shop, shopper, cart }
}

test('a percentage comes off its line, and the cart says so', async () => {
  const { cart } = await cartWith([aDiscount(1, tenth([2]))])
  expect(cart).toMatchObject({ original_total_price: 2998, total_price: 2898, total_discount: 100 })
  expect(cart['items']).toMatchObject([
    {
      variant_id: 21,
      original_line_price: 999,
      final_line_price: 899,
      line_level_total_discount: 100,
      discounts: [{ amount: 100, title: 'Discount 1' }],
      line_level_discount_allocations: [{ amount: 100, discount_application: { type: 'automatic', title: 'Discount 1' } }],
    },
    { variant_id: 11, final_line_price: 1999, discounts: [] },
  ])
})

test('of what is bought the cheapest is got, and an order remembers it', async () => {
  const what: DiscountWhat = {
    kind: 'bxgy',
    buys: { products: [1], variants: [] },
    buyQuantity: 1,
    gets: { products: [2], variants: [] },
    getQuantity: 1,
    percentage: 1,
    usesPerOrder: null,
  }
  const { shop } = await cartWith([aDiscount(1, what)])
  const told: unknown[] = []
  shop.onEvent(({ topic, payload }) => void (topic === 'orders/create' && told.push(payload)))
  const lines = [
    { variantId: 11, quantity: 1, properties: {} },
    { variantId: 21, quantity: 3, properties: {} },
  ]
  shop.placeOrder({ customerId: null, lines, attributes: {} })
  expect(told).toMatchObject([
    {
      total_discounts: '3.33',
      total_price: '26.65',
      discount_applications: [{ type: 'automatic', title: 'Discount 1', target_type: 'line_item' }],
      line_items: [{ discount_allocations: [] }, { discount_allocations: [{ amount: '3.33', discount_application_index: 0 }] }],
    },
  ])
})

test('of two that stand beside each other each line has the better; one that stands alone has all or nothing', async () => {
  const both = await cartWith([aDiscount(1, tenth([1])), aDiscount(2, tenth([2]))])
  expect(both.cart['total_discount']).toBe(300)
  const alone = await cartWith([aDiscount(1, tenth([1]), false), aDiscount(2, tenth([2]), false)])
  expect(alone.cart['total_discount']).toBe(200)
})

test('another market pays in its own currency', async () => {
  const market = {
    id: 1,
    handle: 'japan',
    name: 'Japan',
    type: 'REGION',
    status: 'ACTIVE',
    catalogIds: [],
    currency: 'JPY',
    rate: 160,
  } as const
  const world = aWorld({ products: [lamp, bulb], markets: [market] })
  const { cart } = await cartWith([aDiscount(1, tenth([2]))], { ...world, facts: { ...world.facts, market: 'japan' } })
  // 3.33 euros are 533 yen, of which three less a tenth are 1,439; a yen is written as a hundred.
  expect(cart).toMatchObject({ currency: 'JPY', total_price: 463_700 })
  expect((cart['items'] as unknown as readonly object[])[0]).toMatchObject({ price: 53_300, final_line_price: 143_900 })
})
