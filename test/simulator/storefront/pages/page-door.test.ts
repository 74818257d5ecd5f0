import { expect, test } from 'vitest'
import { aCollection, aCustomer, aProduct, aVariant, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import { sampleDoor } from '../sample-door.ts'
import { openShopper } from '../shopper.ts'

const many = Array.from({ length: 60 }, (_, index) => aProduct({ id: index + 1, title: `Thing ${index + 1}` }))
const nasty = aProduct({ id: 100, handle: 'nasty', title: '<script>alert(1)</script>', vendor: '"><b>', productType: 'Odd' })
const draft = aProduct({ id: 101, handle: 'draft', status: 'DRAFT' })
const sale = aProduct({ id: 102, handle: 'sale', variants: [aVariant({ id: 1021, price: 999, compareAtPrice: 1234500, stock: 2 })] })

function openSample() {
  const products = [...many, nasty, draft, sale]
  const collections = [aCollection({ of: products }), aCollection({ id: 2, handle: 'none', title: 'None' })]
  return openShopper(sampleDoor(), openShop(aWorld({ products, collections, customers: [aCustomer({ id: 7 })] })))
}

test.each(['/', '/collections', '/collections/collection-1', '/collections/none', '/products/sale', '/cart', '/search', '/de', '/ar/cart'])(
  '%s is a whole page without missing words',
  async (path) => {
    const response = await openSample().get(path)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/)
    expect(html).not.toMatch(/Translation missing|undefined|NaN|\[object|\{\{|\{%/)
  },
)

test.each(['/nowhere', '/products/draft', '/products/gone', '/collections/gone', '/a/b/c', '/cdn/theme/..%2ftheme.css'])(
  '%s is not found',
  async (path) => {
    expect((await openSample().get(path)).status).toBe(404)
  },
)

test('whatever a merchant writes is escaped', async () => {
  const shopper = openSample()
  await shopper.postJson('/cart/add.js', { id: 1001 })
  for (const path of ['/products/nasty', '/search?q=odd', '/cart', '/collections/collection-1?page=3', '/search?q=%22%3E%3Cscript%3E']) {
    expect(await shopper.read(path)).not.toMatch(/<script>|"><b>/)
  }
  await shopper.get('/checkout')
  expect(await shopper.read(shopper.at)).not.toContain('<script>')
})

test('a collection is turned page by page and shows nothing twice', async () => {
  const shopper = openSample()
  const pages = await Promise.all([1, 2, 3, 99].map((page) => shopper.read(`/collections/collection-1?page=${page}`)))
  const titles = pages.map((html) => [...html.matchAll(/card__title">Thing (\d+)</g)].map(([, number]) => Number(number)))
  expect(titles.slice(0, 3).flat()).toEqual(many.map((product) => product.id))
  expect(titles[3]).toEqual(titles[2])
  expect(pages[1]).toContain('rel="prev"')
})

test('money follows the shop’s own format', async () => {
  expect(await openSample().read('/products/sale')).toMatch(/€9\.99[\s\S]*€12,345\.00/)
})

test('the search finds every word and only what is on sale', async () => {
  const shopper = openSample()
  expect(await shopper.read('/search?q=thing+17')).toContain('1 product found')
  expect(await shopper.read('/search?q=product-101')).toContain('0 products found')
})

test('a product as JSON, and its picture', async () => {
  const shopper = openSample()
  expect(await (await shopper.get('/products/sale.js')).json()).toMatchObject({
    id: 102,
    handle: 'sale',
    price: 999,
    variants: [{ id: 1021 }],
  })
  const picture = await shopper.get('/cdn/products/product-3.svg?width=200')
  expect(picture.headers.get('content-type')).toContain('image/svg+xml')
  expect(await picture.text()).toContain('width="200"')
})

test('signing in and out', async () => {
  const shopper = openSample()
  await shopper.get('/account/login?as=7')
  expect(await shopper.read('/')).toContain('Sign out Ada')
  await shopper.get('/account/logout')
  expect(await shopper.read('/')).toContain('Sign in')
  expect((await shopper.get('/account/login?as=8')).status).toBe(404)
})
