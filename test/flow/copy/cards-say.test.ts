import { expect, it } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { postInApp, publishInApp, putInApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { textSpec } from '../../simulator/world/specs.ts'

const toy = (id: number) => aProduct({ id, title: `Toy ${id}`, productType: 'Toy', metafields: [textSpec('battery_size', 'AA')] })
const world = aWorld({ products: [toy(1), toy(2)] })
const SHOP = world.facts.domain
const { simulator, app, quiet, rowsOf, one } = await aSyncedShop('cards-say', world)
const post = (wish: object) => postInApp(simulator, app.url, SHOP, '/placements/copy', wish)

it('has cards say what is switched on, while it is true, and writes nothing where nothing has changed', async () => {
  const state = simulator.shops.get(SHOP)!
  const battery = (value: string) =>
    state.changeProduct(2, (product) => Object.assign(product, { metafields: [textSpec('battery_size', value)] }))
  const notes = () => simulator.appMetafields(SHOP).find(({ key, ownerId }) => key === 'offer_notes' && ownerId.endsWith('/1'))?.value ?? ''
  const join = { kind: 'metafield', offered: 'specs.battery_size', trigger: 'specs.battery_size' } as const
  await putInApp(simulator, app.url, SHOP, '/rules/toys', aRule({ id: 'toys', when: ofType('Toy'), where: ofType('Toy'), joins: [join] }))
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  expect(notes()).toContain('"ref":"toys"')
  const before = notes()
  await post({ kind: 'turn', isOn: true })
  await quiet()
  expect(notes()).toBe(before)
  const card = { locale: 'en', facet: 'power', tone: 'card' }
  await post({ kind: 'approve', sentences: [card] })
  await quiet()
  expect(notes()).toContain('"texts":[{"en":"Same power source: AA"}]')
  const written = await one('SELECT max(published_at)::text FROM published_slot')
  await post({ kind: 'settings', language: 'en', never: ['sturdy'] })
  await quiet()
  expect(await one('SELECT max(published_at)::text FROM published_slot')).toBe(written)
  // Written otherwise it still ties the two: what is said follows.
  battery('aa')
  state.changeProduct(1, (product) => Object.assign(product, { metafields: [textSpec('battery_size', 'Aa')] }))
  await quiet()
  expect(notes()).toContain('Same power source: Aa')
  await post({ kind: 'confirm', product: 2, facet: 'power', value: 'USB-C' })
  await quiet()
  expect(notes()).not.toContain('texts')
  await rowsOf('DELETE FROM confirmed_fact')
  await post({ kind: 'rewrite', sentence: card, words: 'Both on {{power}}' })
  await quiet()
  expect(notes()).toContain('Both on Aa')
  await post({ kind: 'turn', isOn: false })
  await quiet()
  expect(notes()).toBe(before)
})

it('has what stands over slots written beside the shop once, and taken back with the rest', async () => {
  const headings = () => simulator.appMetafields(SHOP).find(({ key }) => key === 'headings')
  const heading = { locale: 'en', facet: 'beside', tone: 'heading' }
  await post({ kind: 'turn', isOn: true })
  await post({ kind: 'rewrite', sentence: heading, words: 'Goes with it' })
  await quiet()
  expect(headings()).toMatchObject({ value: '{"en":{"beside":"Goes with it"}}' })
  expect(headings()!.ownerId).toContain('/Shop/')
  await post({ kind: 'settings', language: 'en', never: ['goes'] })
  await quiet()
  expect(headings()).toBeUndefined()
  await post({ kind: 'settings', language: 'en', never: [] })
  await quiet()
  expect(headings()).toBeDefined()
  await post({ kind: 'turn', isOn: false })
  await quiet()
  expect(headings()).toBeUndefined()
  expect(await one('SELECT count(*)::int FROM published_copy')).toBe(0)
})
