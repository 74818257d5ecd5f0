import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld, anOrder } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { askApp, openWithAll } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { ASKS } from './foreign/asks.ts'

const products = [
  aProduct({ id: 1, title: 'W'.repeat(255), productType: 'T'.repeat(255), tags: ['x'.repeat(255)] }),
  aProduct({ id: 2, title: 'מחברת ספירלה עם נייר משובץ', productType: 'دفتر' }),
  aProduct({ id: 3, title: '🔋'.repeat(127) }),
  aProduct({ id: 4, title: '<b>Bold & "quoted"</b> {name} {{ product }}', price: 0 }),
]
const orders = [1, 2, 3].map((id) => anOrder({ id, of: products.slice(0, 2), createdAt: new Date().toISOString() }))
const odd = aWorld({ facts: { domain: 'odd.myshopify.com', handle: 'odd', name: 'O’Dd & "Söhne" <br>' }, products, orders })
const one = aWorld({ facts: { domain: 'one.myshopify.com', handle: 'one' }, products: [aProduct()] })
const empty = aWorld({ facts: { domain: 'empty.myshopify.com', handle: 'empty' } })

/** Every address of the admin, with an id that one of the shops has. */
const PAGES = Object.keys(ASKS).filter((path) => path.startsWith('app'))
const QUERIES = [
  '',
  ...['-1', '0', '1e999', '99999999999999999999', 'abc', '1&page=2'].map((part) => `page=${part}`),
  'page[]=1&q[]=x&show[]=draft',
  ...['%F0%9F%94%8B', '%ED%A0%80', '%E0%A4%A', '(%5B.*', 'x'.repeat(3_000)].map((sought) => `q=${sought}`),
  'show=__proto__',
  'product=1&cart=1x0&cart=1x99999&cart=x&orders=abc&tag=%D7%A9',
  ...['2026-02-30', '9999-12-31', '0001-01-01', '-000001-01-01'].map((date) => `product=1&date=${date}`),
  `product=1&cards=999&language=${'x'.repeat(1_000)}&market=%22`,
  'product=1e1',
]

let running: RunningShop
const ask = (shop: string, path: string, document?: unknown) => askApp(running.simulator, running.app.url, shop, path, document)
const shops = [odd, one, empty].map(({ facts }) => facts.domain)

beforeAll(async () => {
  running = await aRunningShop('odd-asks', odd, one, empty)
  for (const shop of shops) await openWithAll(running.simulator, running.app.url, shop)
  await awaitQuiet(running.simulator, running.database)
})

it.each(shops)('draws every page or says that there is none, whatever is asked of it: %s', async (shop) => {
  const broken: string[] = []
  for (const page of PAGES)
    for (const query of shop === odd.facts.domain ? QUERIES : ['', 'page=-1']) {
      const path = `/${page.replace(/:\w+/, '1').replace('*', 'nowhere')}?${query}`
      const { status } = await ask(shop, path)
      if (status >= 500) broken.push(`${status} ${path}`)
    }
  expect(broken).toEqual([])
})

it.each([
  '/app/rules/%00',
  '/app/rules/%ff',
  `/app/rules/${'a'.repeat(1_500)}`,
  '/app/products/NaN',
  '/app/settings/privacy/requests/%00',
  '/app//rules',
])('finds nothing at %s', async (path) => expect([400, 404]).toContain((await ask(odd.facts.domain, path)).status))

it.each([
  ['/app/rules.data?index', { kind: 'edit', edits: [{ id: '\0', was: null, is: null }] }],
  ['/app/settings/privacy.data', { kind: 'answered', id: '\0' }],
  ['/app/review.data?index', { kind: 'publish', digest: '', on: 0, why: 'half a character: \uD83D' }],
  ['/app/rules/list/suggestions.data', { kind: 'dismiss', key: 'a', reason: 'other', note: '\0' }],
])('takes nothing to %s that no database could keep', async (path, document) =>
  expect((await ask(odd.facts.domain, path, document)).status).toBe(400),
)
