import { expect, test } from 'vitest'
import { aProduct, aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import { defaultTemplates } from '../json-template.ts'
import { sampleDoor } from '../sample-door.ts'
import { openShopper } from '../shopper.ts'

function openSample() {
  const shop = openShop(aWorld({ products: [aProduct({ id: 1, title: 'Lamp', stock: 3 }), aProduct({ id: 2, title: 'Chair' })] }))
  for (const [file, content] of defaultTemplates()) shop.themeFiles.set(file, content)
  return openShopper(sampleDoor(), shop)
}

test('an addition is answered with the sections as they look now, on the page that is named', async () => {
  const shopper = openSample()
  const answer = await (await shopper.postJson('/cart/add.js', { id: 11, sections: 'main,no-such', sections_url: '/cart' })).json()
  expect(answer).toMatchObject({ id: 11, quantity: 1, sections: { 'no-such': null } })
  expect(answer.sections.main).toMatch(/^<div id="shopify-section-main" class="shopify-section">/)
  expect(answer.sections.main).toContain('Lamp')
  const german = await (
    await shopper.postJson('/de/cart/change.js', { line: 1, quantity: 0, sections: ['main'], sections_url: '/de/cart' })
  ).json()
  expect(german.sections.main).toContain('Warenkorb')
})

test('a form names its sections as well, and where it came from is the page', async () => {
  const shopper = openSample()
  const form = new FormData()
  form.set('id', '11')
  form.set('sections', 'main')
  const answer = await (await shopper.send('/cart/add.js', form, '/products/product-2')).json()
  expect(answer.sections.main).toContain('<h1>Chair</h1>')
})

test.each([{ sections: 'a,b,c,d,e,f' }, { sections: 'main', sections_url: 'products/product-2' }])(
  '%j is a bad request, and nothing is added',
  async (asked) => {
    const shopper = openSample()
    expect((await shopper.postJson('/cart/add.js', { id: 11, ...asked })).status).toBe(400)
    expect((await (await shopper.get('/cart.js')).json()).item_count).toBe(0)
  },
)

test('a refused addition has no sections', async () => {
  const answer = await (await openSample().postJson('/cart/add.js', { id: 11, quantity: 9, sections: 'main' })).json()
  expect(Object.keys(answer)).toEqual(['status', 'message', 'description'])
})

test('any page gives its sections by themselves', async () => {
  const shopper = openSample()
  expect(await shopper.read('/products/product-2?section_id=main')).toContain('<h1>Chair</h1>')
  expect((await shopper.get('/?section_id=no-such')).status).toBe(404)
  expect(Object.keys(await (await shopper.get('/cart?sections=main,no-such')).json())).toEqual(['main', 'no-such'])
  expect((await shopper.get('/?sections=a,b,c,d,e,f')).status).toBe(400)
})
