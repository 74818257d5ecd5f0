import { expect, test } from 'vitest'
import { aCustomer, aProduct, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import { sampleDoor } from '../sample-door.ts'
import { openShopper } from '../shopper.ts'

const lamp = aProduct({ id: 1, title: 'Lamp', stock: 3 })
const cable = aProduct({ id: 2, title: 'Cable' })

function openSample() {
  const shop = openShop(aWorld({ products: [lamp, cable], customers: [aCustomer({ id: 7 })] }))
  const shopper = openShopper(sampleDoor(), shop)
  return { shop, shopper, lastOrder: () => [...shop.orders.values()].at(-1) }
}

test('paying makes the order with properties, attributes and customer, and empties the cart', async () => {
  const { shopper, lastOrder } = openSample()
  await shopper.get('/account/login?as=7')
  await shopper.postJson('/cart/add.js', { items: [{ id: 11, quantity: 2, properties: { _tandem: 'x' } }] })
  await shopper.postJson('/cart/update.js', { attributes: { arm: 'b' } })
  expect(await shopper.read('/checkout')).toContain('Pay now')
  const thanks = await shopper.post(shopper.at, {})
  expect(await thanks.text()).toContain('Thank you')
  expect(lastOrder()).toMatchObject({
    customerId: 7,
    attributes: { arm: 'b' },
    lines: [{ variantId: 11, quantity: 2, properties: { _tandem: 'x' } }],
  })
  expect(await (await shopper.get('/cart.js')).json()).toMatchObject({ item_count: 0, attributes: {} })
})

test('web pixels hear of a checkout once, with what was ordered, on the page that follows it', async () => {
  const { shopper, lastOrder } = openSample()
  await shopper.postJson('/cart/add.js', { id: 11, quantity: 2 })
  await shopper.get('/checkout')
  const completed = (html: string) => /<script type="application\/json" id="checkout-completed">(.*?)<\/script>/s.exec(html)?.[1]
  const told = completed(await (await shopper.post(shopper.at, {})).text())
  expect(JSON.parse(told!)).toMatchObject({
    checkout: {
      order: { id: String(lastOrder()!.id), customer: { id: null } },
      currencyCode: 'EUR',
      lineItems: [{ quantity: 2, variant: { id: '11', product: { id: '1', title: 'Lamp' } } }],
    },
  })
  expect(told).not.toMatch(/email|address|phone|first_?name/i)
  expect(completed(await shopper.read(shopper.at))).toBeUndefined()
})

test('"Buy it now" keeps the line’s properties, drops cart attributes and leaves the cart alone', async () => {
  const { shopper, lastOrder } = openSample()
  await shopper.postJson('/cart/add.js', { id: 21 })
  await shopper.postJson('/cart/update.js', { attributes: { arm: 'b' } })
  await shopper.post('/cart/buy-now', { id: '11', quantity: '1', 'properties[_tandem]': 'x' })
  await shopper.post(shopper.at, {})
  expect(lastOrder()).toMatchObject({ attributes: {}, lines: [{ variantId: 11, properties: { _tandem: 'x' } }] })
  expect(await (await shopper.get('/cart.js')).json()).toMatchObject({ item_count: 1, attributes: { arm: 'b' } })
})

test('a permalink checks out what it names with attributes of its own', async () => {
  const { shopper, lastOrder } = openSample()
  await shopper.get('/cart/11:2,21:1?attributes[from]=mail')
  await shopper.post(shopper.at, {})
  expect(lastOrder()).toMatchObject({
    customerId: null,
    attributes: { from: 'mail' },
    lines: [
      { variantId: 11, quantity: 2 },
      { variantId: 21, quantity: 1 },
    ],
  })
})

test('what sold out while the shopper hesitated is not sold', async () => {
  const { shop, shopper } = openSample()
  await shopper.post('/cart/buy-now', { id: '11' })
  shop.changeProduct(1, (product) => product.variants.forEach((variant) => (variant.stock = 0)))
  const response = await shopper.post(shopper.at, {})
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('already sold out')
  expect(shop.orders.size).toBe(0)
})

test('a checkout is paid once, and an empty cart has none', async () => {
  const { shop, shopper } = openSample()
  await shopper.post('/cart/buy-now', { id: '11' })
  const checkout = shopper.at
  await shopper.post(checkout, {})
  expect((await shopper.post(checkout, {})).status).toBe(404)
  expect(shop.orders.size).toBe(1)
  await shopper.get('/checkout')
  expect(shopper.at).toBe('/cart')
})
