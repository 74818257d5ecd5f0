import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProduct, aVariant, aWorld } from '../../../a/world.ts'
import type { Product } from '../../shop.ts'
import { openShop } from '../../state/open-shop.ts'
import { appNamespace } from '../sample-door.ts'
import { ProductDrop } from './drops/product-drop.ts'
import { formatMoney } from './money.ts'
import { openLiquid } from './open-liquid.ts'

const words = new Map([
  [
    'en',
    {
      hello: 'Hello {{ name }}',
      hello_html: '<b>{{ name }}</b>',
      only: 'English',
      things: { one: '{{ count }} thing', other: '{{ count }} things' },
    },
  ],
  ['de', { hello: 'Hallo {{ name }}' }],
])
const engine = openLiquid({ root: '.', snippets: '.', words, assetUrl: (file) => `/a/${file}` })

function render(source: string, objects: Readonly<Record<string, unknown>> = {}, locale = 'en'): Promise<string> {
  const shop = { name: 'Tiny', money_format: '${{amount}}', currency: 'USD' }
  return engine.parseAndRender(source, {}, { globals: { request: { locale: { iso_code: locale } }, shop, ...objects } })
}

test('words come in the shopper’s language or else in English; a missing key says so', async () => {
  expect(await render("{{ 'hello' | t: name: 'Ada' }}", {}, 'de')).toBe('Hallo Ada')
  expect(await render("{{ 'only' | t }}", {}, 'de')).toBe('English')
  expect(await render("{{ 'things' | t: count: 1 }}, {{ 'things' | t: count: 2 }}")).toBe('1 thing, 2 things')
  expect(await render("{{ 'gone.key' | t }}")).toBe('Translation missing: en.gone.key')
})

test('values that are put into words are escaped, unless the key says that they are HTML', async () => {
  const objects = { name: 'A & B <i>' }
  expect(await render("{{ 'hello' | t: name: name }}", objects)).toBe('Hello A &amp; B &lt;i&gt;')
  expect(await render("{{ 'hello_html' | t: name: name }}", objects)).toBe('<b>A & B <i></b>')
})

test('a product shows its first 250 variants, and is available by all of them', async () => {
  const variants = Array.from({ length: 300 }, (_, at) => aVariant({ id: 9000 + at, stock: at < 250 ? 0 : 1 }))
  const product = new ProductDrop(aProduct({ variants }), shelfOf([]))
  const facts = '{{ product.variants.size }} {{ product.available }} {{ product.selected_or_first_available_variant.id }}'
  expect(await render(facts, { product })).toBe('250 true 9250')
})

test('`for` stops at 50 items, and where it is told to', async () => {
  const many = { many: Array.from({ length: 80 }, () => '.') }
  expect(await render('{% for one in many %}{{ one }}{% endfor %}', many)).toHaveLength(50)
  expect(await render('{% for one in many limit: 3 %}{{ one }}{% endfor %}', many)).toHaveLength(3)
})

test('an unknown filter is an error, not an empty word', async () => {
  await expect(render("{{ 'x' | no_such_filter }}")).rejects.toThrow('no_such_filter')
})

test('whole numbers divide to whole numbers', async () => {
  expect(await render('{{ 27 | divided_by: 4 }} {{ 27 | divided_by: 4.5 }}')).toBe('6 6')
  expect(await render('{{ 1 | divided_by: 2.5 }}')).toBe('0.4')
})

test('schema and doc render nothing; JSON cannot close a script', async () => {
  expect(await render('a{% schema %}{"x": "{{ y }}"}{% endschema %}{% doc %}{% if %}{% enddoc %}b')).toBe('ab')
  expect(await render('{{ word | json }}', { word: '</script>' })).toBe('"\\u003c/script>"')
})

test('a picture is never asked for larger than it is', async () => {
  const product = new ProductDrop(aProduct({ id: 1 }), shelfOf([]))
  expect(await render("{{ product | image_url: width: 2000 | image_tag: widths: '200, 4000', alt: 'A \"b\"' }}", { product })).toBe(
    '<img src="/cdn/products/product-1.svg?width=800" alt="A &quot;b&quot;" srcset="/cdn/products/product-1.svg?width=200 200w" width="800" height="800">',
  )
})

test('money keeps every digit, whatever separates them', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000_000),
      fc.constantFrom('amount', 'amount_with_comma_separator', 'amount_with_apostrophe_separator', 'amount_with_space_separator'),
      (cents, name) => {
        const digits = formatMoney(cents, `{{ ${name} }} EUR`).replace(/\D/g, '')
        expect(Number(digits)).toBe(cents)
      },
    ),
  )
  expect(formatMoney(123456789, '€{{amount_with_comma_separator}}')).toBe('€1.234.567,89')
  expect(() => formatMoney(1, '{{ amount_in_gold }}')).toThrow('amount_in_gold')
})

test('metafields: the merchant’s typed, the app’s by $app where a storefront may read them', async () => {
  const toy = aProduct({
    id: 1,
    metafields: [
      { namespace: 'specs', key: 'cells', type: 'number_integer', value: '4' },
      { namespace: 'reviews', key: 'rating', type: 'rating', value: '{"value":"4.5","scale_min":"1.0","scale_max":"5.0"}' },
      { namespace: 'specs', key: 'sizes', type: 'list.single_line_text_field', value: '["AA","AAA"]' },
    ],
  })
  const shelf = shelfOf([toy, aProduct({ id: 2, title: 'Two' }), aProduct({ id: 3, publishedAt: null })])
  const set = (key: string, type: string, value: string, namespace = appNamespace) =>
    shelf.shop.metafields.set({ ownerId: 'gid://shopify/Product/1', namespace, key, type, value })
  set('list', 'list.product_reference', '["gid://shopify/Product/3","gid://shopify/Product/2","gid://shopify/Product/9"]')
  set('one', 'product_reference', 'gid://shopify/Product/2')
  set('note', 'json', '{"a":{"2":"b"}}')
  set('deep', 'boolean', 'true', `${appNamespace}--inner`)
  set('secret', 'json', '"s"')
  const read = (path: string) => render(`{{ product.metafields${path} }}`, { product: new ProductDrop(toy, shelf) })
  expect(await read('.specs.cells.value | plus: 1')).toBe('5')
  expect(await read(".specs.sizes.value | join: '+'")).toBe('AA+AAA')
  expect(await read('.reviews.rating.value.rating')).toBe('4.5')
  expect(await read("['$app'].list.value | map: 'title'")).toBe('Two')
  expect(await read("['$app'].one.value.title")).toBe('Two')
  expect(await read("['$app'].note.value.a['2']")).toBe('b')
  expect(await read("['$app:inner'].deep.value")).toBe('true')
  expect(await read("['$app'].secret.value")).toBe('')
  expect(await read("['$app'].gone.value")).toBe('')
})

test('what a product costs and whether it is there follow its variants', async () => {
  const variants = [aVariant({ id: 11, price: 300, stock: 0 }), aVariant({ id: 12, price: 200, compareAtPrice: 250 })]
  const product = new ProductDrop(aProduct({ variants }), shelfOf([]))
  const facts = '{{ product.price }} {{ product.price_max }} {{ product.compare_at_price }} {{ product.available }}'
  expect(await render(facts, { product })).toBe('200 300 250 true')
  expect(await render('{{ product.selected_or_first_available_variant.id }}', { product })).toBe('12')
})

function shelfOf(products: readonly Product[]) {
  const shop = openShop(aWorld({ products }))
  return { shop, root: '', appNamespace, isStorefrontReadable: (_: string, __: string, key: string) => key !== 'secret' }
}
