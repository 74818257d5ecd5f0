import { expect, test } from 'vitest'
import { aProduct, aVariant, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import { sampleDoor } from '../sample-door.ts'
import { openShopper } from '../shopper.ts'

const lamp = aProduct({ id: 1, title: 'Lamp', stock: 3, price: 1999 })
const shirt = aProduct({
  id: 2,
  title: 'Shirt',
  options: [{ name: 'Size', values: ['S', 'M'] }],
  variants: [aVariant({ id: 21, title: 'S', options: ['S'] }), aVariant({ id: 22, title: 'M', options: ['M'], stock: 0 })],
})

function openSample() {
  return openShopper(sampleDoor(), openShop(aWorld({ products: [lamp, shirt] })))
}

const cartOf = async (shopper: ReturnType<typeof openSample>) => (await shopper.get('/cart.js')).json()

test('one line comes back as itself, a list as a list', async () => {
  const shopper = openSample()
  const line = await (await shopper.postJson('/cart/add.js', { id: 21, quantity: 2, properties: { Text: 'Hi' } })).json()
  expect(line).toMatchObject({
    id: 21,
    variant_id: 21,
    product_id: 2,
    quantity: 2,
    title: 'Shirt - S',
    product_title: 'Shirt',
    variant_title: 'S',
    price: 1250,
    line_price: 2500,
    final_line_price: 2500,
    properties: { Text: 'Hi' },
    url: '/products/product-2?variant=21',
    image: '/cdn/products/product-2.svg',
    options_with_values: [{ name: 'Size', value: 'S' }],
  })
  expect(line.key).toMatch(/^21:[0-9a-f]{32}$/)
  const list = await (await shopper.postJson('/cart/add.js', { items: [{ id: 11 }, { id: 21, quantity: 1 }] })).json()
  expect(list.items.map((item: { id: number }) => item.id)).toEqual([21, 11])
})

test('forms, multipart and JSON are understood alike; other properties make another line', async () => {
  const shopper = openSample()
  await shopper.post('/cart/add.js', { id: '21', 'properties[_tandem]': 'a/b/c' })
  const form = new FormData()
  form.set('id', '21')
  form.set('properties[_tandem]', 'a/b/c')
  await shopper.send('/cart/add.js', form)
  await shopper.postJson('/cart/add.js', { id: 21 })
  const cart = await cartOf(shopper)
  expect(cart).toMatchObject({ item_count: 3, total_price: 3750, currency: 'EUR' })
  expect(cart.items).toMatchObject([
    { quantity: 1, properties: {} },
    { quantity: 2, properties: { _tandem: 'a/b/c' } },
  ])
})

test.each([
  [{ id: 22 }, "The product 'Shirt - M' is already sold out."],
  [{ id: 11, quantity: 4 }, 'You can only add 3 Lamp to the cart.'],
  [{ id: 404 }, 'Cannot find variant'],
  [{ items: [{ id: 21 }, { id: 22 }] }, "The product 'Shirt - M' is already sold out."],
])('%j is refused in words and changes nothing', async (asked, description) => {
  const shopper = openSample()
  const response = await shopper.postJson('/cart/add.js', asked)
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({ status: 422, message: 'Cart Error', description })
  expect((await cartOf(shopper)).items).toEqual([])
})

test('lines are changed by key, by place and by variant, and cleared', async () => {
  const shopper = openSample()
  await shopper.postJson('/cart/add.js', { items: [{ id: 11 }, { id: 21 }] })
  const { items } = await cartOf(shopper)
  const changed = await (await shopper.postJson('/cart/change.js', { id: items[1].key, quantity: 3 })).json()
  expect(changed.items[1].quantity).toBe(3)
  expect((await (await shopper.postJson('/cart/change.js', { line: 1, quantity: 0 })).json()).items).toHaveLength(1)
  expect((await shopper.postJson('/cart/change.js', { line: 1, quantity: 4 })).status).toBe(422)
  expect((await shopper.postJson('/cart/change.js', { id: 'gone', quantity: 1 })).status).toBe(422)
  const updated = await (await shopper.postJson('/cart/update.js', { updates: { 11: 1 }, note: 'Ring', attributes: { arm: 'b' } })).json()
  expect(updated).toMatchObject({ item_count: 1, note: 'Ring', attributes: { arm: 'b' } })
  expect((await (await shopper.postJson('/cart/update.js', { attributes: { arm: '' } })).json()).attributes).toEqual({})
  expect((await (await shopper.postJson('/cart/clear.js', {})).json()).items).toEqual([])
})

test('a plain form is sent on to the cart page of its language', async () => {
  const shopper = openSample()
  const page = await shopper.post('/de/cart/add', { id: '21', 'properties[_hidden]': 'secret', 'properties[Text]': 'Hi' })
  expect(shopper.at).toBe('/de/cart')
  const html = await page.text()
  expect(html).toContain('Warenkorb')
  expect(html).toContain('Text: Hi')
  expect(html).not.toContain('secret')
})

test('each shopper has a cart of their own; its cookie is not for scripts', async () => {
  const door = sampleDoor()
  const shop = openShop(aWorld({ products: [lamp] }))
  const [one, other] = [openShopper(door, shop), openShopper(door, shop)]
  const response = await one.postJson('/cart/add.js', { id: 11 })
  expect(response.headers.get('set-cookie')).toMatch(/^cart=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect((await cartOf(other)).item_count).toBe(0)
})

test('additions at the same moment are all kept', async () => {
  const shopper = openSample()
  await shopper.postJson('/cart/add.js', { id: 21 })
  await Promise.all([1, 2, 3, 4].map(() => shopper.postJson('/cart/add.js', { id: 21 })))
  expect((await cartOf(shopper)).item_count).toBe(5)
})
