import { expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import { shopWithSlots } from './shop-with-slots.ts'

const nasty = `</script><script>alert(1)</script>\u2028"'`
const products = [
  aProduct({ id: 1, title: 'Robot' }),
  aProduct({ id: 2, title: nasty, price: 1999 }),
  aProduct({ id: 3 }),
  aProduct({ id: 4, stock: 0 }),
]

async function relations(lock: 'locked' | 'open', settings: object) {
  const published = { 1: { slots: { 'product-page': [{ lock, offers: [2, 4, 3] }] }, notes: { 3: { nest: true } } } }
  const shop = shopWithSlots({ products, published, blocks: [{ settings: settings as Record<string, unknown> }] })
  const html = await openShopper(sampleDoor(), shop).read('/products/product-1')
  return [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json]) => JSON.parse(json!) as unknown)
}

test('what a locked slot shows is told in schema.org’s words', async () => {
  const [told, ...others] = await relations('locked', { json_ld: true })
  expect(others).toEqual([])
  expect(told).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': '/products/product-1#product',
    name: 'Robot',
    isRelatedTo: [
      { '@type': 'Product', name: nasty, offers: { '@type': 'Offer', price: 19.99, priceCurrency: 'EUR' } },
      { '@type': 'Product', name: 'Product 3', isAccessoryOrSparePartFor: { '@id': '/products/product-1#product' } },
    ],
  })
})

test('an open slot tells nothing, and neither does one that was not asked to', async () => {
  expect(await relations('open', { json_ld: true })).toEqual([])
  expect(await relations('locked', {})).toEqual([])
})
