import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { openMerchantPage, type MerchantPage } from './merchant-page.ts'

const many = (count: number, productType: string, from: number) =>
  Array.from({ length: count }, (_, at) =>
    aProduct({ id: from + at, title: `${productType} ${at + 1}`, productType, price: 1000 * (at + 1) }),
  )
const world = aWorld({ products: [...many(12, 'Laptop', 1), ...many(5, 'Sleeve', 101), ...many(3, 'Mouse', 201)] })

let browser: Browser
let running: RunningShop
let merchant: MerchantPage
const admin = () => merchant.admin()
const sentence = (words: string) => admin().getByText(words, { exact: true }).waitFor()

beforeAll(async () => {
  running = await aRunningShop('builder', world)
  browser = await openBrowser()
  merchant = await openMerchantPage(browser, running, world.facts.domain)
  await merchant.open('/rules/new')
})
afterAll(() => browser?.close())

async function chooseType(at: number, name: string): Promise<void> {
  await admin().getByPlaceholder('Search types').nth(at).click()
  await merchant.page.keyboard.type(name)
  await admin().getByRole('option', { name, exact: true }).click()
  await merchant.page.keyboard.press('Escape')
}

it('says nothing yet of a rule that says nothing, and names what is missing', async () => {
  await admin().getByText('What it does').waitFor()
  await admin().getByRole('button', { name: 'Activate' }).click()
  await admin().getByText('Choose at least one').first().waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('changes the sentence, the reach and the picture with every part of the form', async () => {
  await chooseType(0, 'Laptop')
  await chooseType(1, 'Sleeve')
  await sentence('When a shopper looks at a product of type Laptop, offer up to 4 products of type Sleeve, best selling first.')
  await admin().getByText('12 product pages').waitFor()

  await admin().getByLabel('At most').selectOption('1')
  await admin().getByLabel('In which order').selectOption('highest-price')
  await sentence('When a shopper looks at a product of type Laptop, offer one product of type Sleeve, highest price first.')
  await admin().getByText('Sleeve 5').first().waitFor()

  await admin().getByLabel('Must it hold?').first().selectOption('not')
  await sentence('When a shopper looks at a product not of type Laptop, offer one product of type Sleeve, highest price first.')
  await admin().getByText('8 product pages').waitFor()

  await admin().getByRole('button', { name: 'Add a condition' }).first().click()
  await chooseType(1, 'Mouse')
  await sentence(
    'When a shopper looks at a product not of type Laptop and of type Mouse, offer one product of type Sleeve, highest price first.',
  )
  await admin().getByText('3 product pages').waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('says what comes off, in every way there is', async () => {
  const said = (gives: string) =>
    sentence(
      `When a shopper looks at a product not of type Laptop and of type Mouse, offer one product of type Sleeve${gives}, highest price first.`,
    )
  const kind = admin().getByLabel('What comes off')
  await kind.selectOption('percent')
  await said(', 10% off each')
  await admin().getByLabel('Off the price').fill('12,5')
  await admin().getByLabel('Also beside a discount on shipping').check()
  await said(', 12.5% off each (also beside shipping discounts)')
  await kind.selectOption('bundle-price')
  await admin().getByLabel('Price of the two together').fill('25')
  await said(', 25.00 EUR for the two together (also beside shipping discounts)')
  await kind.selectOption('tiers')
  await admin().getByRole('button', { name: 'Add a tier' }).click()
  await said(', 10% off each from 3 pieces on, 15% off each from 6 pieces on (also beside shipping discounts)')
  await kind.selectOption('none')
  await said('')
  expect(await merchant.faults()).toEqual([])
})

it('offers the same product by subscription, in carts alone, and has what was typed before once it is thought better of', async () => {
  const inCart = admin().getByLabel('In a cart', { exact: true })
  await inCart.selectOption('subscription')
  await sentence(
    'When a shopper looks at a product not of type Laptop and of type Mouse, offer in a cart the same product by subscription.',
  )
  expect(await admin().getByLabel('What comes off').count()).toBe(0)
  expect(await admin().getByRole('checkbox', { name: 'Product page' }).count()).toBe(0)
  await admin().getByRole('checkbox', { name: 'Cart page' }).waitFor()
  await inCart.selectOption('no')
  await sentence(
    'When a shopper looks at a product not of type Laptop and of type Mouse, offer one product of type Sleeve, highest price first.',
  )
  await admin().getByRole('checkbox', { name: 'Product page' }).waitFor()
  expect(await merchant.faults()).toEqual([])
})

/** Lets what a rule would reach be told only while the saved rule's own page is being asked for, and that page come only after. */
async function crossAnswers(): Promise<void> {
  const [asked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await merchant.page.route(/\/app\/rules\/reach/, async (route) => {
    await asked.promise
    await route.fulfill({ response: await route.fetch() })
    told.resolve()
  })
  await merchant.page.route(/\/app\/rules\/(?!reach|new)[\w-]+\.data/, async (route) => {
    if (route.request().method() === 'GET') {
      asked.resolve()
      await told.promise
    }
    // The router may have broken it off meanwhile.
    await route.continue().catch(() => undefined)
  })
}

it('keeps it as a draft, to the letter, whichever answer comes first', async () => {
  await crossAnswers()
  await admin().getByLabel('Name').fill('Sleeves for mice')
  await admin().getByRole('button', { name: 'Save as draft' }).click()
  await admin().getByRole('button', { name: 'Delete' }).waitFor()
  await merchant.page.unrouteAll({ behavior: 'ignoreErrors' })
  await merchant.open('/rules')
  await admin().getByText('Sleeves for mice').first().waitFor()
  await admin()
    .getByText(
      'When a shopper looks at a product not of type Laptop and of type Mouse, offer one product of type Sleeve, highest price first.',
    )
    .first()
    .waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('fills the form from one sentence, and underlines what it does not understand', async () => {
  await merchant.forgetDrafts()
  await merchant.open('/rules/new')
  const said = admin().getByLabel('Say it in your words')
  await said.fill('Offer up to 3 shiny sleeves under €40 with laptops')
  await admin().getByRole('button', { name: 'Fill in' }).click()
  await admin().getByText('Filled in, but for what is underlined:').waitFor()
  expect(await admin().locator('u').allTextContents()).toEqual(['shiny'])
  await admin()
    .getByText(/^When a shopper looks at a product of type Laptop, offer up to 3 products of type Sleeve .*40/)
    .waitFor()
  await said.fill('hello')
  await admin().getByRole('button', { name: 'Fill in' }).click()
  await admin().getByText('Say which products to offer, and with which products.').waitFor()
  expect(await merchant.faults()).toEqual([])
})

it('has a model read what it does not understand, once the merchant has said what that may take', async () => {
  const { textModel } = running.simulator
  await merchant.forgetDrafts()
  await merchant.open('/rules/new')
  await admin().getByLabel('Say it in your words').fill('Offer skins with laptops “at full moon”')
  await admin().getByRole('button', { name: 'Fill in' }).click()
  await admin().getByText('A model, pretend, can read it too.').waitFor()
  expect(await merchant.faults()).toEqual([])
  await admin().getByLabel('Most tokens a month').fill('20000')
  textModel.mood = 'slow'
  await admin().getByRole('button', { name: 'Have pretend read it' }).click()
  await admin().getByText('pretend is reading').waitFor()
  await admin().getByText('Read by the model pretend').waitFor()
  expect(await admin().locator('u').allTextContents()).toEqual(['full', 'moon'])
  await sentence('When a shopper looks at a product of type Laptop, offer up to 4 products of type Sleeve, best selling first.')
  expect(await merchant.faults()).toEqual([])

  textModel.mood = 'revoked'
  await admin().getByLabel('Say it in your words').fill('Offer shiny skins with laptops')
  await admin().getByRole('button', { name: 'Fill in' }).click()
  await admin().getByRole('button', { name: 'At most 20,000 tokens a month' }).waitFor()
  await admin().getByRole('button', { name: 'Have pretend read it' }).click()
  await admin().getByText('pretend refuses to answer. Whoever runs Tandem can check its key.').waitFor()
  await sentence('When a shopper looks at a product of any kind, offer up to 4 products of type Laptop, best selling first.')
})

it('keeps what was filled in while a model read, until the merchant says otherwise', async () => {
  running.simulator.textModel.mood = 'slow'
  await admin().getByRole('button', { name: 'Have pretend read it' }).click()
  await admin().getByText('pretend is reading').waitFor()
  await admin().getByLabel('At most', { exact: true }).selectOption('2')
  await admin().getByText('Read by the model pretend').waitFor()
  await sentence('When a shopper looks at a product of any kind, offer up to 2 products of type Laptop, best selling first.')
  await admin().getByRole('button', { name: 'Put it into the form' }).click()
  await sentence('When a shopper looks at a product of type Laptop, offer up to 4 products of type Sleeve, best selling first.')
})
