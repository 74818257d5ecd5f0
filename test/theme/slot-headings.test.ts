import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { templateOf } from '#app/copy/sentences/templates.ts'
import { aProduct, aVariant } from '../a/world.ts'
import { shopId } from '../simulator/admin/global-id.ts'
import { openAppBlocks } from '../simulator/storefront/app-block.ts'
import { appNamespace, extensionFolder } from '../simulator/storefront/sample-door.ts'
import { openOffersPage } from './offers-page.ts'

const offered = [aProduct({ id: 2 }), aProduct({ id: 3, title: 'value="product-page/popular/' })]
const headings = { en: { beside: 'To go <with> it', popular: 'What sells here', alike: 'Look alike' } }

interface Given {
  readonly by: readonly [string, string]
  readonly settings?: Readonly<Record<string, unknown>>
  readonly said?: object
  readonly path?: string
  readonly products?: typeof offered
}
async function headingOver({ by, settings = {}, said = headings, path, products = offered }: Given) {
  const notes = { 2: { by: by[0], ref: 'r' }, 3: { by: by[1], ref: 'r' } }
  const { shop, html } = openOffersPage({ offered: products, notes, settings })
  const field = { ownerId: shopId(shop.facts), namespace: appNamespace, key: 'headings' }
  shop.metafields.set({ ...field, type: 'json', value: JSON.stringify(said) })
  return /tandem__heading">\s*([^\n]*?)\s*<\/h2>/.exec(await html(path))![1]
}

test('over a slot stands what is switched on: of what chose all its cards, or else of the place', async () => {
  expect(await headingOver({ by: ['popular', 'popular'] })).toBe('What sells here')
  expect(await headingOver({ by: ['look-alikes', 'look-alikes'] })).toBe('Look alike')
  expect(await headingOver({ by: ['rule', 'rule'] })).toBe('To go &lt;with&gt; it')
  expect(await headingOver({ by: ['popular', 'rule'] })).toBe('To go &lt;with&gt; it')
  expect(await headingOver({ by: ['bought-together', 'bought-together'] })).toBe('To go &lt;with&gt; it')
})

test('a merchant’s own heading of a block comes before it, and the block’s own words where nothing is switched on', async () => {
  expect(await headingOver({ by: ['popular', 'popular'], settings: { heading: 'Mine' } })).toBe('Mine')
  expect(await headingOver({ by: ['popular', 'popular'], said: {} })).toBe('Goes well with')
  expect(await headingOver({ by: ['popular', 'popular'], path: '/de/products/robot' })).toBe('Passt gut dazu')
})

test('a card that says nothing of who chose it leaves the heading to the place', async () => {
  const many = aProduct({ id: 3, variants: Array.from({ length: 11 }, (_, at) => aVariant({ id: 31 + at, options: [`${at}`] })) })
  expect(await headingOver({ by: ['popular', 'popular'], products: [offered[0]!, many] })).toBe('To go &lt;with&gt; it')
})

test('where a signed-in shopper’s own cards may come, no source is named', async () => {
  const draw = openAppBlocks(extensionFolder)
  const offer = { id: 2, title: 'Pack', url: '/products/pack', available: true, price: 100, variants: [] }
  const headingFor = async (customer: object | undefined) => {
    const notes = { v: 2, cards: [{ p: 2, by: 'popular', ref: 'popular' }], slots: { 'product-page': [{ lock: 'open', cards: [0] }] } }
    const { html } = await draw('b', { type: 'shopify://apps/tandem/blocks/product-offers/1', settings: {} }, {
      ...(customer && { customer }),
      cart: { items: [] },
      routes: {},
      request: { locale: { iso_code: 'en' }, design_mode: false },
      shop: { currency: 'EUR', money_format: '€{{amount}}', metafields: { $app: { headings: { value: headings } } } },
      product: { id: 1, metafields: { $app: { offers: { value: [offer] }, offer_notes: { value: notes } } } },
    } as never)
    return /tandem__heading">\s*([^\n]*?)\s*<\/h2>/.exec(html)![1]
  }
  expect(await headingFor(undefined)).toBe('What sells here')
  expect(await headingFor({ id: 5 })).toBe('To go &lt;with&gt; it')
})

test.each(COPY_LOCALES)('in %s the blocks’ own words are those that can be switched on', (locale) => {
  const name = locale === 'en' ? 'en.default' : locale
  const wordsIn = (extension: string) => JSON.parse(readFileSync(`extensions/${extension}/locales/${name}.json`, 'utf8')) as unknown
  const { tandem } = wordsIn('theme-blocks') as { tandem: Record<string, string> & { together: Record<string, string> } }
  const checkout = wordsIn('checkout-offers') as Record<string, string>
  const heading = (facet: 'beside' | 'matching' | 'together' | 'cart' | 'anywhere' | 'checkout' | 'after') =>
    templateOf(locale, { facet, tone: 'heading' })
  expect([heading('beside'), heading('cart'), heading('anywhere')]).toEqual([
    tandem['heading'],
    tandem['cart_heading'],
    tandem['shop_heading'],
  ])
  expect([heading('together'), heading('matching')]).toEqual([tandem.together['heading'], tandem.together['matching']])
  expect([heading('checkout'), heading('after')]).toEqual([checkout['checkout'], checkout['after']])
})
