import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyDecided } from '#app/rules/mix.ts'
import { publishInApp, putInApp } from '../running/merchant.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { grantAll } from '../running/grant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'
import { loadWorld } from '../simulator/world/cached-world.ts'
import { openBrowser } from '../theme/open-browser.ts'
import { cardsOn, openAsShopper, regularOf } from './as-shopper.ts'
import { fillType, merchantsPage } from './merchant-page.ts'

const LAPTOP = 'fjell-13-air'
const NOW = new Date()
const [nimbus, kiln] = await Promise.all(
  (['nimbus-toys', 'kiln-and-leaf'] as const).map((name) => loadWorld(name, { now: NOW, folder: '.data/worlds' })),
)
const SHOP = nimbus!.facts.domain

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OFFER = 'offer up to 4 products of type Sleeve from the same collection, best selling first.'
let running: RunningShop
let browser: Browser

beforeAll(async () => {
  running = await aRunningShop('merchant-and-shopper', nimbus!, kiln!)
  grantAll(running.simulator, SHOP)
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The sleeves of the laptop's size that are for sale, as the world knows them. */
function sleevesThatFit(): string[] {
  const laptop = nimbus!.products.find(({ handle }) => handle === LAPTOP)!
  const shared = nimbus!.collections.filter(({ productIds }) => productIds.includes(laptop.id)).flatMap(({ productIds }) => productIds)
  return nimbus!.products.filter(({ id, productType }) => productType === 'Sleeve' && shared.includes(id)).map(({ title }) => title)
}

describe('the story of a rule', () => {
  let ruleId = ''
  let merchant: Page
  const admin = () => merchant.frameLocator('iframe').first()

  it('begins with a shop that is read while the merchant watches', async () => {
    merchant = await merchantsPage(browser)
    await merchant.goto(running.simulator.adminUrl(SHOP))
    await admin().getByText('Getting started').waitFor()
    await admin().getByText('384 products, kept up to date').waitFor()
    await admin().getByText('22,400 orders since').waitFor()
    await admin().getByText('Say what goes well with what').waitFor()
    await admin().getByText('Your theme does not show the block').waitFor()
  })

  it('puts the block into the theme, from the home page', async () => {
    await admin().getByRole('link', { name: 'Open the theme editor' }).click()
    await merchant.getByRole('button', { name: 'Add Tandem block' }).click()
    await merchant.getByRole('button', { name: 'Save settings' }).waitFor()
    await merchant.goto(running.simulator.adminUrl(SHOP))
    await admin().getByText('The block stands on your theme').waitFor()
  })

  it('makes the rule, sees which products it reaches before it is saved, and activates it', async () => {
    await admin().getByRole('link', { name: 'Make a rule' }).click()
    await admin().getByLabel('Name').fill('Sleeves for laptops')
    await fillType(admin(), merchant, 0, 'Laptop')
    await fillType(admin(), merchant, 1, 'Sleeve')
    await admin().getByRole('button', { name: 'Add a match' }).click()
    await admin().getByText(`When a shopper looks at a product of type Laptop, ${OFFER}`).waitFor()
    await admin().getByText('19 product pages').waitFor()
    await admin().getByRole('button', { name: 'Activate' }).click()
    await merchant.getByText('Shoppers see it once you publish').waitFor()
    await admin().getByRole('button', { name: 'Delete' }).waitFor()
    ruleId = new URL(merchant.url()).pathname.split('/').at(-1)!
  })

  it('publishes it once reviewed', async () => {
    await merchant.getByRole('button', { name: 'Review and publish' }).click()
    await admin().getByText('19 product pages change').first().waitFor()
    await admin().getByRole('button', { name: 'Publish version 1' }).click()
    await merchant.getByText('Version 1 is published').waitFor()
    await awaitQuiet(running.simulator, running.database)
  })

  it.each([320, 1280])('shows a shopper the sleeves at %d px: nothing moves, complains, or asks our server', async (width) => {
    const { page, requests, complaints } = await openAsShopper(browser, running.simulator.productUrl(SHOP, LAPTOP), width)
    const cards = page.locator('.tandem-card')
    expect(await cards.count()).toBe(4)
    const fitting = sleevesThatFit()
    for (const text of await cards.allInnerTexts()) {
      expect(fitting.some((title) => text.includes(title))).toBe(true)
      expect(text).toMatch(/€\d+\.\d\d/)
    }
    await cards.first().scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('shifts.reduce((sum, shift) => sum + shift, 0)')).toBe(0)
    expect(requests.filter((url) => url.startsWith(running.app.url))).toEqual([])
    expect(complaints).toEqual([])
    await page.evaluate(axe)
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))')).toEqual([])
    await page.close()
  })

  it('sells a sleeve with the laptop, and the order tells which rule did', async () => {
    const { page } = await openAsShopper(browser, running.simulator.productUrl(SHOP, LAPTOP))
    const card = page.locator('.tandem-card').first()
    const title = (await card.getByRole('link').first().innerText()).trim()
    await card.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await card.getByRole('button', { name: 'Added' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/products/${LAPTOP}`)
    await page.getByRole('button', { name: 'Add to cart' }).first().click()
    await page.locator('.header__count', { hasText: '2' }).waitFor()
    await page.locator('.header__cart').click()
    await page.waitForURL('**/cart')
    await page
      .getByRole('button', { name: /check ?out/i })
      .or(page.getByRole('link', { name: /check ?out/i }))
      .first()
      .click()
    await page.getByRole('button', { name: /pay now/i }).click()
    await page
      .getByText(/thank you/i)
      .first()
      .waitFor()
    await awaitQuiet(running.simulator, running.database)
    const { rows } = await running.database.query<{ title: string; sold_by: string | null }>(
      `SELECT product.title, line.sold_by FROM order_line AS line JOIN product USING (shop_id)
       WHERE product.id = line.product_id AND order_id = (SELECT id FROM "order" WHERE shop_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1)`,
      [SHOP],
    )
    expect(rows.toSorted((a, b) => a.title.localeCompare(b.title))).toEqual(
      [
        { title: nimbus!.products.find(({ handle }) => handle === LAPTOP)!.title, sold_by: null },
        { title, sold_by: `product-page/rule/${ruleId}` },
      ].toSorted((a, b) => a.title.localeCompare(b.title)),
    )
    await page.close()
  })

  it('shows who is signed in what is due again on the home page, before it is seen; and everybody else what is popular', async () => {
    const again = [{ lock: 'open', sources: ['rules', 'buy-again', 'next-for-you', 'popular'] }] as const
    await putInApp(running.simulator, running.app.url, SHOP, '/placements', onlyDecided({ home: { slots: again, adjust: [] } }))
    await publishInApp(running.simulator, running.app.url, SHOP)
    await awaitQuiet(running.simulator, running.database)
    placeBlock(running.simulator.shops.get(SHOP)!.themeFiles, {}, { block: 'shop-offers', file: 'templates/index.json', name: 'home' })
    const regular = regularOf(nimbus!)
    const home = running.simulator.storefrontUrl(SHOP)
    const { page, requests, complaints } = await openAsShopper(browser, home)
    expect((await cardsOn(page)).map(({ by }) => by)).toEqual(Array(4).fill('home/popular/popular'))
    expect(requests.filter((url) => url.includes('/offers?'))).toEqual([])
    await page.goto(`${home}/account/login?as=${regular.id}`)
    const firstCard = async () => {
      await page.goto(home, { waitUntil: 'networkidle' })
      return (await cardsOn(page))[0]?.by
    }
    await expect.poll(firstCard).toBe('home/buy-again/buy-again')
    const own = await cardsOn(page)
    expect(own).toHaveLength(4)
    for (const { product, by, text } of own) {
      expect(text).toMatch(/€[\d,]+\.\d\d/)
      if (by?.includes('buy-again')) expect(regular.bought).toContain(product)
    }
    expect(await page.evaluate('shifts.reduce((sum, shift) => sum + shift, 0)')).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('explains each card to the merchant', async () => {
    await merchant.goto(running.simulator.adminUrl(SHOP, '/products'))
    await admin().getByPlaceholder('Search products').fill('Fjell 13 Air')
    await admin().getByText('By your rules: 4').first().waitFor()
    await admin().getByRole('link', { name: 'Open Fjell 13 Air' }).press('Enter')
    await admin().getByText('Your rule “Sleeves for laptops”.').first().waitFor()
    expect(await admin().getByText('The shop shows it in a moment').count()).toBe(0)
    expect(await admin().getByText('Your rule “Sleeves for laptops”.').count()).toBe(4)
  })

  it('tells the young shop that 60 days of orders can be seen', async () => {
    await merchant.goto(running.simulator.adminUrl(kiln!.facts.domain))
    await admin().getByText('Shopify shows apps the last 60 days').waitFor()
  })

  it('goes on without our server: the sleeves, their price and the button stay', async () => {
    await running.app.stop()
    const { page, complaints } = await openAsShopper(browser, running.simulator.productUrl(SHOP, LAPTOP))
    expect(await page.locator('.tandem-card').count()).toBe(4)
    const card = page.locator('.tandem-card').first()
    expect(await card.innerText()).toMatch(/€\d+\.\d\d/)
    await card.getByRole('button').click()
    await card.getByRole('button', { name: 'Added' }).waitFor()
    const cart = (await page.evaluate(async () => (await fetch('/cart.js')).json())) as { items: { properties: Record<string, string> }[] }
    expect(cart.items.map(({ properties }) => properties['_tandem'])).toEqual([`product-page/rule/${ruleId}`])
    expect(complaints).toEqual([])
    await page.close()
  })
})
