import { expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { specs } from '../e2e/specs.ts'
import { askApp, putInApp, readPage } from '../running/merchant.ts'
import { twoDaysLater } from '../running/two-days-later.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const chosen = { namespace: 'shopify--discovery--product_recommendation', key: 'complementary_products', type: 'list.product_reference' }
const world = aWorld({
  products: [
    aProduct({ id: 1, handle: 'lamp', productType: 'Lamp', metafields: [{ ...chosen, value: '["gid://shopify/Product/2"]' }] }),
    aProduct({ id: 2, handle: 'bulb', productType: 'Bulb' }),
    aProduct({ id: 3, productType: 'Toy', metafields: specs({ battery_size: 'AA' }) }),
    aProduct({ id: 4, productType: 'Batteries', metafields: specs({ battery_size: 'AA' }) }),
  ],
})
const SHOP = world.facts.domain
const { simulator, app, database, shop, quiet, send, rowsOf } = await aSyncedShop('kept-findings', world)

const ofType = (name: string) => ({ kind: 'type', names: [name] })
const RULE = {
  id: 'bulbs',
  name: 'Bulbs for lamps',
  state: 'active',
  priority: 10,
  when: ofType('Lamp'),
  offer: { where: ofType('Bulb'), joins: [], except: null, sort: 'best-selling', most: 4, need: null },
  stop: false,
  fallback: false,
}
const soldOut = { kind: 'sold-out', severity: 'warning', rule: 'bulbs', count: 1, of: 1 }
const put = (rule: typeof RULE) => putInApp(simulator, app.url, SHOP, `/rules/${rule.id}`, rule)
const kept = async () => (await rowsOf(`SELECT findings FROM lint`))[0]?.['findings']
/** Whether the home page, as it is drawn, says that the rule needs a look. */
const homeSaysSo = async () => (await readPage(simulator, app.url, SHOP, '')).includes('>1 rule has a problem<')

/** What is left to other products of the shop is a hint about its pages, and not looked at here. */
const ofRules = (findings: unknown) => (findings as { rule: string | null }[]).filter(({ rule }) => rule !== null)

it('looks through the rules after each change of them', async () => {
  await put({ ...RULE, offer: { ...RULE.offer, where: ofType('Bullb') } })
  await quiet()
  expect(ofRules(await kept())).toEqual([{ kind: 'dead-offer', severity: 'warning', rule: 'bulbs', count: 0, of: 0 }])
  expect(await homeSaysSo()).toBe(true)
  await put(RULE)
  await quiet()
  expect(ofRules(await kept())).toEqual([])
  expect(await homeSaysSo()).toBe(false)
})

it.each([
  ['a template', '/app/templates.data', { key: 'batteries type batteries' }],
  ['Search & Discovery', '/app/import.data?index', {}],
  ['a file', '/app/import/csv?make=1', 'handle,offer\nlamp,bulb\n'],
])('looks through them after drafts were made of %s', async (_, path, document) => {
  const looked = async () => (await rowsOf('SELECT linted_at FROM lint'))[0]
  const drafts = async () => (await rowsOf('SELECT FROM rule')).length
  const [before, rules] = [await looked(), await drafts()]
  const { status } = await askApp(simulator, app.url, SHOP, path, document)
  expect(status).toBeLessThan(400)
  await quiet()
  expect(await drafts()).toBe(rules + 1)
  expect(await looked()).not.toEqual(before)
})

it('finds at night what came of itself, and keeps it for the home page', async () => {
  shop.changeProduct(2, (product) => void (product.variants[0]!.stock = 0))
  await quiet()
  expect(ofRules(await kept())).toEqual([])
  await database.query(`INSERT INTO jobs.job (name, data) VALUES ('night', '{}')`)
  await quiet()
  expect(ofRules(await kept())).toEqual([soldOut])
  expect(await homeSaysSo()).toBe(true)
})

it('no longer counts a rule that was made a draft, and goes when the shop is forgotten', async () => {
  const draft = { ...RULE, state: 'draft' }
  const edits = [{ id: 'bulbs', was: RULE, is: draft }]
  const { text } = await askApp(simulator, app.url, SHOP, '/app/rules.data?index', { kind: 'edit', edits })
  expect(text).toContain('"done"')
  expect(await homeSaysSo()).toBe(false)
  simulator.uninstall(SHOP)
  await quiet()
  await twoDaysLater(database)
  expect(await send('shop/redact', {})).toBe(200)
  await quiet()
  expect(await rowsOf('SELECT FROM lint')).toEqual([])
})
