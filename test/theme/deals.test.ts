import { expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { openOffersPage, robot } from './offers-page.ts'

const dealt = (d: object, offered = aProduct({ id: 2, title: 'Battery', price: 1_995 })) =>
  openOffersPage({ offered: [offered], notes: { 2: { by: 'rule', ref: 'k7', d } } })

/** What a card says of its price and its deal, without tags. */
async function said(page: ReturnType<typeof dealt>, path?: string): Promise<readonly (string | undefined)[]> {
  const html = await page.html(path)
  return ['price', 'deal'].map((part) =>
    new RegExp(`<p class="tandem-card__${part}">([\\s\\S]*?)</p>`)
      .exec(html)?.[1]
      ?.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

const percent = { kind: 'percent', off: 1_000 }

test('a share comes off to the cent, and the price before stands beside it', async () => {
  expect(await said(dealt(percent))).toEqual(['Price together €17.95 Price before €19.95', '€2.00 off together'])
  expect(await said(dealt({ kind: 'percent', off: 1_205 }))).toEqual(['Price together €17.55 Price before €19.95', '€2.40 off together'])
})

test('an amount comes off where it is given in the cart’s currency', async () => {
  expect(await said(dealt({ kind: 'amount', off: { EUR: '5.00' } }))).toEqual([
    'Price together €14.95 Price before €19.95',
    '€5.00 off together',
  ])
  expect(await said(dealt({ kind: 'amount', off: { JPY: '800' } }))).toEqual(['€19.95', undefined])
  expect(await said(dealt({ kind: 'amount', off: { EUR: '50.00' } }))).toEqual([
    'Price together €0.00 Price before €19.95',
    '€19.95 off together',
  ])
})

test('a bundle’s price less that of the product on the page', async () => {
  const price = { EUR: ((robot.variants[0]!.price + 1_000) / 100).toFixed(2) }
  expect(await said(dealt({ kind: 'bundle-price', price }))).toEqual(['Price together €10.00 Price before €19.95', '€9.95 off together'])
})

test('where a floor stands, only the published price is promised anything', async () => {
  expect(await said(dealt({ ...percent, at: [[1_995, 120]] }))).toEqual(['Price together €18.75 Price before €19.95', '€1.20 off together'])
  expect(await said(dealt({ ...percent, at: [[1_990, 120]] }))).toEqual(['€19.95', undefined])
})

test('what depends on pieces is said in words', async () => {
  expect(await said(dealt({ kind: 'buy-get', buy: 2, get: 1, off: 10_000 }))).toEqual(['€19.95', '2 × Robot: 1 free'])
  expect(await said(dealt({ kind: 'buy-get', buy: 2, get: 1, off: 1_250 }))).toEqual(['€19.95', '2 × Robot: 1 at 12.5% off'])
  const tiers = [
    { from: 3, off: 1_000 },
    { from: 6, off: 1_550 },
  ]
  expect(await said(dealt({ kind: 'tiers', tiers }))).toEqual(['€19.95', '10% off from 3, 15.5% off from 6'])
})

test('of several prices a share is said, and no money', async () => {
  const variants = [1_000, 2_000].map((price, at) => aVariant({ id: 21 + at, title: `V${at}`, options: [`V${at}`], price }))
  const [price, deal] = await said(dealt(percent, aProduct({ id: 2, options: [{ name: 'Size', values: ['V0', 'V1'] }], variants })))
  expect([price, deal]).toEqual(['From €10.00', '10% off together'])
})

test('what the page’s product backs already is promised to nothing else', async () => {
  const offered = [aProduct({ id: 2 }), aProduct({ id: 3 })]
  const note = { by: 'rule', ref: 'k7', d: percent }
  const page = openOffersPage({ offered, notes: { 2: note, 3: note } })
  expect((await page.html()).match(/tandem-card__deal/g)).toHaveLength(2)
  await page.shopper.postJson('/cart/add.js', { id: 31 })
  expect(await page.html()).not.toContain('tandem-card__deal')
})

test('it is said in every language of the block', async () => {
  for (const locale of ['de', 'fr', 'es', 'ja', 'ar']) {
    const [price, deal] = await said(dealt(percent), `/${locale}/products/robot`)
    expect(price).not.toContain('missing')
    expect(deal).toMatch(/2[.,]00/)
    expect(deal).not.toMatch(/off|missing/)
  }
})
