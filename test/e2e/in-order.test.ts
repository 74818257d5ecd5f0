import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({
  products: [aProduct({ id: 1, productType: 'Toy' }), aProduct({ id: 2, productType: 'Battery' })],
})
const SHOP = world.facts.domain
const NAMES = ['First', 'Second', 'Third', 'Fourth']

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const handle = (name: string) => admin().getByRole('button', { name: `Reorder “${name}”` })
const order = async () =>
  (
    await running.database.query<{ name: string }>(`SELECT document->>'name' AS name FROM rule ORDER BY (document->'priority')::int, id`)
  ).rows.map(({ name }) => name)
const middleOf = async (one: Locator) => {
  const { x, y, width, height } = (await one.boundingBox())!
  return [x + width / 2, y + height / 2] as const
}

beforeAll(async () => {
  running = await aRunningShop('in-order', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, SHOP)
})
afterAll(() => browser?.close())
beforeEach(async () => {
  await running.database.query('TRUNCATE rule')
  // All of one priority, as rules of the first days are: their ids order them until somebody else does.
  await insertRules(NAMES)
})

async function insertRules(names: readonly string[]): Promise<void> {
  const { rows } = await running.database.query<{ rules: number }>('SELECT count(*)::int AS rules FROM rule')
  for (const [at, name] of names.entries()) {
    const rule = aRule({ id: `r${rows[0]!.rules + at}`, name, when: ofType('Toy'), where: ofType('Battery') })
    await running.database.query('INSERT INTO rule (shop_id, id, document, created_at, updated_at) VALUES ($1, $2, $3, now(), now())', [
      SHOP,
      rule.id,
      JSON.stringify(rule),
    ])
  }
}

it('a rule is dragged to where it is let go', async () => {
  await merchant.open('/rules')
  await handle('Fourth').waitFor()
  const { mouse } = merchant.page
  await mouse.move(...(await middleOf(handle('Fourth'))))
  await mouse.down()
  const [x, y] = await middleOf(handle('First'))
  await mouse.move(x, y + 30, { steps: 4 })
  await mouse.move(x, y - 12, { steps: 4 })
  await mouse.up()
  await expect.poll(order).toEqual(['Fourth', 'First', 'Second', 'Third'])
})

it('a rule is moved by keyboard, keeps the focus, and is put back by Escape', async () => {
  await merchant.open('/rules')
  await handle('First').focus()
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Escape']) await merchant.page.keyboard.press(key)
  expect(await order()).toEqual(NAMES)
  for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await merchant.page.keyboard.press(key)
  await admin().getByText('Place 3 of 4').waitFor({ state: 'attached' })
  await merchant.page.keyboard.press('Space')
  await expect.poll(order).toEqual(['Second', 'Third', 'First', 'Fourth'])
  await expect.poll(() => admin().locator(':focus').getAttribute('aria-label')).toBe('Reorder “First”')
})

it('a rule that is given the priority of others comes before them, and none of these change places', async () => {
  const rule = aRule({ id: 'new', name: 'New', when: ofType('Toy'), where: ofType('Battery'), priority: 50 })
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/new', rule)
  expect(await order()).toEqual(['New', ...NAMES])
  const { rows } = await running.database.query<{ priority: number }>(`SELECT (document->'priority')::int AS priority FROM rule`)
  expect(rows.filter(({ priority }) => priority === 50)).toHaveLength(1)
})

it('what is done to every rule that a search found reaches those on the next part of the list, and no other', async () => {
  await insertRules(Array.from({ length: 60 }, (_, at) => `With AA ${at}`))
  await merchant.open('/rules?q=with+aa')
  await admin().getByText('With AA 0', { exact: true }).waitFor()
  await admin()
    .getByLabel(/^Select all /)
    .filter({ visible: true })
    .first()
    .click()
  await admin().getByRole('button', { name: 'Select all 60 rules found' }).click()
  await admin().getByText('All 60 rules found are selected').waitFor()
  await admin().getByRole('button', { name: 'Make drafts' }).click()
  const drafts = async () =>
    (await running.database.query<{ name: string }>(`SELECT document->>'name' AS name FROM rule WHERE document->>'state' = 'draft'`)).rows
  await expect.poll(async () => (await drafts()).length).toBe(60)
  expect((await drafts()).every(({ name }) => name.startsWith('With AA'))).toBe(true)
})

it('what fills a slot is put in order by keyboard, and what is removed leaves the focus in the list', async () => {
  await merchant.open('/placements')
  await admin().getByLabel('Slot 1').first().selectOption('open')
  const sources = () => admin().locator('[data-row]').allInnerTexts()
  const before = await sources()
  await admin().locator('[data-reorder]').first().focus()
  for (const key of ['Space', 'ArrowDown', 'Space']) await merchant.page.keyboard.press(key)
  const bare = (rows: readonly string[]) => rows.map((row) => row.replace(/^\d+\. /, ''))
  await expect.poll(async () => bare(await sources()).slice(0, 2)).toEqual(bare([before[1]!, before[0]!]))
  await admin()
    .getByRole('button', { name: /^Remove: / })
    .first()
    .focus()
  await merchant.page.keyboard.press('Enter')
  await expect.poll(() => admin().locator(':focus').count()).toBe(1)
  expect(
    await admin()
      .locator(':focus')
      .evaluate((one) => (one as unknown as { tagName: string }).tagName),
  ).toBe('BUTTON')
})

it('of what waits only what is chosen is published, and the rest goes on waiting', async () => {
  await merchant.open('/review')
  await admin().getByLabel('Publish the change of Fourth').uncheck()
  await admin().getByText('The others go on waiting.').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin()
    .getByRole('button', { name: /^Publish \d of \d changes$/ })
    .click()
  await admin()
    .getByText(/^Live since /)
    .waitFor()
  const { rows } = await running.database.query<{ names: string[] }>(
    `SELECT jsonb_path_query_array(document::jsonb, '$.rules[*].name') AS names FROM rule_version ORDER BY number DESC LIMIT 1`,
  )
  expect(rows[0]!.names).toEqual(['First', 'Second', 'Third'])
  expect(await order()).toEqual(NAMES)
  await merchant.open('/review')
  await admin().getByText('Fourth').first().waitFor()
  expect(await admin().getByText('Third').count()).toBe(0)
})
