import { beforeAll, describe, expect, it } from 'vitest'
import { habitShop } from '../a/habit-shop.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { askApp, openWithAll, putInApp, readPage } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const NOW = Date.now()
const worlds = [habitShop(400, NOW), habitShop(30, NOW, { domain: 'young.myshopify.com', handle: 'young', name: 'Young' })]
const [SHOP, YOUNG] = worlds.map(({ facts }) => facts.domain) as [string, string]
const SLEEVES = 'type laptop > type sleeve'
const SPOONS = 'type mug > type spoon'

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('proposals', ...worlds)
  for (const domain of [SHOP, YOUNG]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await quiet()
})

const quiet = () => awaitQuiet(running.simulator, running.database)
const send = async (wish: object) => {
  const answer = await askApp(running.simulator, running.app.url, SHOP, '/app/rules/list/suggestions.data', wish)
  await quiet()
  return answer
}
/** What a merchant reads on the page: the locale file, which the page carries along, is no part of it. */
const page = async (domain = SHOP) =>
  (await readPage(running.simulator, running.app.url, domain, '/rules/list/suggestions')).replaceAll(/<script[\s\S]*?<\/script>/g, '')
const stands = async () =>
  Object.fromEntries(
    (
      await running.database.query<{ key: string; state: string }>('SELECT key, state FROM proposal WHERE shop_id = $1 ORDER BY key', [
        SHOP,
      ])
    ).rows.map(({ key, state }) => [key, state]),
  )
const rules = async () =>
  (await running.database.query<{ document: { name: string; state: string } }>('SELECT document FROM rule WHERE shop_id = $1', [SHOP])).rows
const shown = () => {
  const shop = running.simulator.shops.get(SHOP)!
  return [...shop.products.keys()].flatMap((id) => shop.metafields.of(`gid://shopify/Product/${id}`))
}

describe('what the shop’s orders speak for', () => {
  it('is proposed once they are read, with counts that anybody can check, and with nothing about a person', async () => {
    expect(await stands()).toEqual({ [SLEEVES]: 'open', [SPOONS]: 'open' })
    const { rows } = await running.database.query<{ proposal: { counts: object; examples: object[] } }>(
      'SELECT proposal FROM proposal WHERE shop_id = $1 AND key = $2',
      [SHOP, SLEEVES],
    )
    expect(rows[0]!.proposal.counts).toEqual({ together: 80, first: 140, second: 140, orders: 400 })
    expect(rows[0]!.proposal.examples).toHaveLength(5)
    for (const example of rows[0]!.proposal.examples) expect(Object.keys(example).toSorted()).toEqual(['at', 'order'])
    const html = await page()
    expect(html).toContain('Sleeve for Laptop')
    expect(html).toContain('Bought together in 80 orders')
    expect(html).toContain('Product pages: 4')
  })

  it('shows shoppers nothing, not even once it is a draft', async () => {
    const looked = async () => (await running.database.query('SELECT linted_at FROM lint WHERE shop_id = $1', [SHOP])).rows
    const before = await looked()
    const { status, text } = await send({ kind: 'draft', key: SLEEVES })
    expect(await looked()).not.toEqual(before)
    expect([status, text]).toEqual([202, expect.stringContaining('/app/rules/')])
    expect((await rules()).map(({ document }) => [document.name, document.state])).toEqual([['Sleeve for Laptop', 'draft']])
    expect(await stands()).toEqual({ [SLEEVES]: 'drafted', [SPOONS]: 'open' })
    expect(shown()).toEqual([])
  })

  it('makes one draft of one proposal, however often it is asked for', async () => {
    await send({ kind: 'draft', key: SLEEVES })
    expect(await rules()).toHaveLength(1)
  })

  it('is not proposed again once dismissed, found anew or not, until the merchant asks for it', async () => {
    await send({ kind: 'dismiss', key: SPOONS, reason: 'unrelated', note: 'Spoons are a gift' })
    expect(await page()).toContain('Spoons are a gift')
    const mined = async () => (await running.database.query('SELECT mined_at FROM mining WHERE shop_id = $1', [SHOP])).rows
    const before = await mined()
    await askApp(running.simulator, running.app.url, SHOP, '/app.data?index', {})
    await quiet()
    expect(await mined()).not.toEqual(before)
    expect(await stands()).toEqual({ [SLEEVES]: 'drafted', [SPOONS]: 'dismissed' })
    await send({ kind: 'reopen', key: SPOONS })
    expect(await stands()).toEqual({ [SLEEVES]: 'drafted', [SPOONS]: 'open' })
  })

  it('is proposed again when its draft is deleted, and left out while rules offer as much', async () => {
    await running.database.query('DELETE FROM rule WHERE shop_id = $1', [SHOP])
    expect(await page()).toContain('Make a draft of Sleeve for Laptop')
    const type = (name: string) => ({ kind: 'all', of: [{ kind: 'type', names: [name] }] })
    const offer = { where: type('Sleeve'), joins: [], except: null, sort: 'best-selling', most: 4 }
    const rule = { id: 'mine', name: 'My sleeves', state: 'active', priority: 50, when: type('Laptop'), offer }
    await putInApp(running.simulator, running.app.url, SHOP, '/rules/mine', rule)
    await quiet()
    const html = await page()
    expect(html).not.toContain('Make a draft of Sleeve for Laptop')
    expect(html).toContain('Left out because your rules offer as much already: 1.')
    const narrower = { ...rule, offer: { ...offer, where: { kind: 'product', ids: [5] } } }
    await putInApp(running.simulator, running.app.url, SHOP, '/rules/mine', narrower)
    await quiet()
    expect(await page()).toContain('Overlaps with My sleeves on 4 pages')
  })

  it('takes no decision on what was never proposed, or that makes no sense', async () => {
    expect((await send({ kind: 'dismiss', key: 'type a > type b', reason: 'unrelated', note: '' })).text).toContain('gone')
    for (const wish of [{}, { kind: 'draft' }, { kind: 'dismiss', key: SPOONS, reason: 'because', note: '' }])
      expect((await send(wish)).status).toBe(400)
    expect((await stands())[SPOONS]).toBe('open')
  })
})

it('says honestly that thirty orders are not enough', async () => {
  const html = await page(YOUNG)
  expect(html).toContain('Not enough orders yet: 30 of about 300 needed')
  expect(html).not.toContain('Make a draft')
})
