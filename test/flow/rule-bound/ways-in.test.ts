import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { askApp, publishInApp } from '../../running/merchant.ts'
import { runRules } from '../../running/rules-command.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { atEnd } from '../../setup/at-end.ts'

// The app and its command line are told so as well.
process.env['MOST_RULES'] = '2'

const chosen = { namespace: 'shopify--discovery--product_recommendation', key: 'complementary_products', type: 'list.product_reference' }
const world = aWorld({
  products: [
    aProduct({ id: 1, productType: 'Scooter', metafields: [{ ...chosen, value: '["gid://shopify/Product/2"]' }] }),
    aProduct({ id: 2, productType: 'Helmet' }),
  ],
})
const SHOP = world.facts.domain
const { simulator, app, database, databaseUrl, shopPort, rowsOf } = await aSyncedShop('ways-in', world)
const folder = mkdtempSync(join(tmpdir(), 'ways-in-'))
atEnd(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })))

const KEY = 'type scooter > type helmet'
const [a, b, c] = ['a', 'b', 'c'].map((id) => aRule({ id, name: `Rule ${id}`, when: ofType('Scooter'), where: ofType('Helmet') }))
const ask = (path: string, document?: unknown, method?: string) => askApp(simulator, app.url, SHOP, path, document, method)
const insert = (rule: unknown) =>
  database.query(`INSERT INTO rule (shop_id, id, document, created_at, updated_at) VALUES ($1, $2, $3, now(), now())`, [
    SHOP,
    (rule as { id: string }).id,
    JSON.stringify(rule),
  ])
const rules = () => rowsOf('SELECT id, document, updated_at FROM rule ORDER BY id')
const write = (name: string, document: string | object) => {
  writeFileSync(join(folder, name), typeof document === 'string' ? document : JSON.stringify(document))
  return join(folder, name)
}
const command = (...args: string[]) => runRules(databaseUrl, shopPort, ...args, '--shop', SHOP)
const fileOf = (...of: unknown[]) => ({ tandem: 1, placements: {}, exclusion: null, neverTogether: [], rules: of })

beforeEach(async () => {
  await database.query('TRUNCATE rule, rule_version, rule_import, applied_file, proposal')
  await insert(a)
  await insert(b)
})

/** Does what would make a third rule: refused with its figures, and everything is as it was. */
async function expectTooMuch(path: string, document?: unknown, method?: string): Promise<void> {
  const before = await rules()
  const { text } = await ask(path, document, method)
  expect([path, text]).toEqual([path, expect.stringMatching(/too-much.*rules.*would.*3.*most.*2/s)])
  expect(await rules()).toEqual(before)
}

it('saving one', async () => {
  await expectTooMuch('/app/rules/c.data', { is: c }, 'PUT')
  expect((await ask('/app/rules/a.data', { is: { ...a, name: 'Another name' } }, 'PUT')).text).toContain('saved')
})

it('copies of several', () => expectTooMuch('/app/rules.data?index', { kind: 'bulk', action: 'duplicate', ids: ['a'] }))

it('taking back that one was deleted', async () => {
  expect((await ask('/app/rules/b.data', {}, 'DELETE')).text).toContain('deleted')
  expect((await ask('/app/rules/c.data', { is: c }, 'PUT')).text).toContain('saved')
  await expectTooMuch('/app/rules.data?index', { kind: 'edit', edits: [{ id: 'b', was: null, is: b }] })
})

it('a template', () => expectTooMuch('/app/templates.data', { key: 'protection type helmet' }))

it('a proposal, which stays open', async () => {
  const [trigger, offered] = ['Scooter', 'Helmet'].map((name) => ({ kind: 'type', name }))
  await database.query(`INSERT INTO proposal (shop_id, key, place, proposal, state) VALUES ($1, $2, 1, $3, 'open')`, [
    SHOP,
    KEY,
    { key: KEY, trigger, offered, joins: [], examples: [] },
  ])
  await expectTooMuch('/app/rules/list/suggestions.data', { kind: 'draft', key: KEY })
  expect(await rowsOf('SELECT state FROM proposal')).toEqual([{ state: 'open' }])
})

it('a file of pairs, and what Search & Discovery pairs: all of its drafts or none', async () => {
  await expectTooMuch('/app/import/csv?make=1', 'handle,offered\nproduct-1,product-2\n')
  await expectTooMuch('/app/import.data?index', {})
  expect(await rowsOf('SELECT FROM rule_import')).toEqual([])
})

it('a version, and what a file replaced, where there was more than there may be', async () => {
  await insert(c)
  await publishInApp(simulator, app.url, SHOP)
  expect(await command('apply', write('one.json', fileOf()), '--overwrite')).toMatchObject({ code: 0 })
  await expectTooMuch('/app/history/1.data', {})
  await expectTooMuch('/app/review.data?index', { kind: 'discard' }, 'PUT')
  await expectTooMuch('/app/review.data?index', { kind: 'take-back' }, 'PUT')
  expect(await command('undo')).toEqual({ code: 1, said: expect.stringContaining('would have 3 rules, and it may have 2') })
  expect(await rules()).toEqual([])
})

it('a file of rules, and one of pairs, at the terminal', async () => {
  const before = await rules()
  const third = { ...c, id: 'third' }
  for (const [verb, file] of [
    ['apply', write('three.json', fileOf(a, b, third))],
    ['import', write('pairs.csv', 'handle,offered\nproduct-1,product-2\n')],
  ] as const) {
    const { code, said } = await command(verb, file, ...(verb === 'apply' ? ['--overwrite'] : []))
    expect([code, said]).toEqual([1, expect.stringContaining('would have 3 rules, and it may have 2')])
  }
  expect(await rules()).toEqual(before)
})

it('is no way for what adds nothing, also where there is more than there may be', async () => {
  await insert({ ...c, state: 'draft' })
  const states = async () => (await rowsOf(`SELECT document->>'state' AS state FROM rule ORDER BY id`)).map(({ state }) => state)
  await ask('/app/rules.data?index', { kind: 'bulk', action: 'activate', ids: ['a', 'b', 'c'] })
  expect(await states()).toEqual(['active', 'active', 'active'])
  await ask('/app/rules/a.data', { is: { ...a, name: 'Short' } }, 'PUT')
  expect((await rules())[0]).toMatchObject({ document: { name: 'Short' } })
  await ask('/app/rules/c.data', {}, 'DELETE')
  expect(await states()).toEqual(['active', 'active'])
})
