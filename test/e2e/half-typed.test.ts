import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const world = aWorld({
  products: [
    ...[10, 20, 30, 40].map((price, at) => aProduct({ id: 1 + at, title: `Toy ${price}`, productType: 'Toy', price: price * 100 })),
    aProduct({ id: 9, title: 'Cells', productType: 'Battery' }),
  ],
})

let running: RunningShop
let browser: Browser
let merchant: MerchantPage
const admin = () => merchant.admin()
const kind = (at: number) => admin().getByLabel('What it looks at').nth(at)
const least = (at: number) => admin().getByPlaceholder('At least').nth(at)
const sentence = (words: RegExp) =>
  admin()
    .getByText(new RegExp(`^When a shopper ${words.source}.*, offer`))
    .waitFor({ timeout: 30_000 })
const addCondition = () => admin().getByRole('button', { name: 'Add a condition' }).first().click()

beforeAll(async () => {
  running = await aRunningShop('half-typed', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, world.facts.domain)
})
afterAll(() => browser?.close())

beforeEach(async () => {
  await merchant.forgetDrafts()
  await merchant.open('/rules/new')
  await admin().getByPlaceholder('Search types').nth(1).click()
  await merchant.page.keyboard.type('Battery')
  await admin().getByRole('option', { name: 'Battery', exact: true }).click()
  await merchant.page.keyboard.press('Escape')
})

it('another kind of condition begins with nothing on the screen, as in the rule', async () => {
  await kind(0).selectOption('price')
  await least(0).fill('12')
  await sentence(/.*12\.00/)
  await kind(0).selectOption('on-sale')
  await admin().getByText('Fill in the conditions').waitFor()
  expect(await least(0).inputValue()).toBe('')
  await least(0).fill('20')
  await sentence(/.*discounted by .*20/)
  await kind(0).selectOption('price')
  expect(await least(0).inputValue()).toBe('')
})

it('what is typed stays with its row when another is removed', async () => {
  await kind(0).selectOption('price')
  await least(0).fill('12')
  await addCondition()
  await kind(1).selectOption('price')
  await least(1).fill('25.')
  await sentence(/.*12\.00.*25\.00/)
  await admin().getByRole('button', { name: 'Remove this condition' }).first().click()
  await least(1).waitFor({ state: 'detached' })
  expect(await least(0).inputValue()).toBe('25.')
  await sentence(/(?!.*12\.00).*25\.00/)
})

it('what is turned around is said at its field before anything is saved, and a number is what is typed', async () => {
  await kind(0).selectOption('price')
  await least(0).fill('50')
  await admin().getByPlaceholder('At most').first().fill('20')
  await admin().getByText('The highest lies below the lowest').waitFor()
  await admin().getByPlaceholder('At most').first().fill('1,250.50')
  await admin().getByText('The highest lies below the lowest').waitFor({ state: 'detached' })
  await sentence(/.*50\.00.*1,250\.50/)
  const priority = admin().getByLabel('Priority')
  await priority.focus()
  await merchant.page.mouse.wheel(0, -500)
  expect(await priority.inputValue()).toBe('1')
  await priority.fill('')
  await admin().getByText('Priority is a whole number from 1 to 10,000').waitFor()
  await admin().getByLabel('Name', { exact: true }).fill('Half typed')
  await admin().getByRole('button', { name: 'Save as draft' }).click()
  await admin().getByText('Check these fields').waitFor()
  expect((await running.database.query('SELECT FROM rule')).rowCount).toBe(0)
  await priority.fill('7')
  await admin().getByText('Check these fields').waitFor({ state: 'detached' })
})

it('who works by keyboard keeps the focus in the list when a row goes', async () => {
  const focus = () =>
    admin()
      .locator(':focus')
      .evaluate((element) => (element as unknown as { ariaLabel: string | null; textContent: string }).ariaLabel ?? '')
  const press = async (label: string) => {
    await admin().getByRole('button', { name: label }).first().focus()
    await merchant.page.keyboard.press('Enter')
  }
  await addCondition()
  await press('Remove this condition')
  await expect.poll(focus).toBe('Remove this condition')
  await merchant.page.keyboard.press('Enter')
  await admin().locator(':focus', { hasText: 'Add a condition' }).waitFor()
  await press('Remove Battery')
  await admin().locator('input:focus[placeholder="Search types"]').waitFor()
})

it('a name that is exactly what is typed is taken by Enter, and no name that nothing has', async () => {
  await admin().getByPlaceholder('Search types').first().fill('batt')
  await admin().getByRole('option', { name: 'Use “batt”, which no product has yet' }).waitFor()
  await merchant.page.keyboard.press('Enter')
  await admin().getByRole('button', { name: 'Remove Battery' }).nth(1).waitFor()
})

it('a name that is being sought goes with its row, too', async () => {
  await addCondition()
  await admin().getByPlaceholder('Search types').first().fill('Lap')
  await admin().getByRole('button', { name: 'Remove this condition' }).first().click()
  await expect.poll(() => admin().getByPlaceholder('Search types').count()).toBe(2)
  expect(await admin().getByPlaceholder('Search types').first().inputValue()).toBe('')
})

it('what is no number is in no rule that is saved', async () => {
  await kind(0).selectOption('price')
  await least(0).fill('12')
  await sentence(/.*12\.00/)
  for (const wrong of ['1,250', '12.505', '12x', '-3']) {
    await least(0).fill(wrong)
    await admin().getByText('Write an amount such as 12.50').first().waitFor()
    await least(0).fill('12')
    await admin().getByText('Write an amount such as 12.50').waitFor({ state: 'detached' })
  }
  await least(0).fill('12x')
  await admin().getByText('Fill in the conditions').waitFor()
  await admin().getByPlaceholder('At most').first().fill('50')
  await admin().getByLabel('Name').fill('Half typed')
  await admin().getByRole('button', { name: 'Save as draft' }).click()
  await admin().getByText('Check these fields').waitFor()
  await admin().getByText('Write a number such as 12').first().waitFor()
  // It stays as it was typed, also where its row is drawn anew.
  await admin().getByLabel('Must it hold?').first().selectOption('not')
  expect(await least(0).inputValue()).toBe('12x')
  expect((await running.database.query('SELECT FROM rule')).rowCount).toBe(0)
  expect(await merchant.faults()).toEqual([])
})
