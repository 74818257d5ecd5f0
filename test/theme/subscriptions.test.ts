import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import { openBrowser } from './open-browser.ts'
import { openPage } from './open-page.ts'
import { shopWithSlots } from './shop-with-slots.ts'

const [INK, PAPER, PEN, LAMP] = [1, 2, 3, 4] as const
const MONTHLY = { id: 901, name: 'Every month', percent: 10 }
const products = [
  aProduct({ id: INK, title: 'Ink', price: 2_000, sellingPlans: [MONTHLY] }),
  aProduct({
    id: PAPER,
    title: 'Paper',
    price: 500,
    sellingPlans: [
      { id: 904, name: 'Pre-order', percent: 0, isOnce: true },
      MONTHLY,
      { id: 902, name: 'Every <quarter> &plan;', percent: 0 },
    ],
  }),
  aProduct({ id: PEN, title: 'Pen', price: 300 }),
  aProduct({ id: LAMP, title: 'Lamp', price: 900, sellingPlans: [{ id: 903, name: 'Pre-order', percent: 0, isOnce: true }] }),
]
const itself = (id: number) => ({ slots: { 'cart-page': [{ offers: [id] }] }, notes: { [id]: { instead: true } } })
const blocks = [{ block: 'cart-offers', file: 'templates/cart.json', settings: { cards: 4 } }]
const openShop = () =>
  shopWithSlots({ products, published: { [INK]: itself(INK), [PAPER]: itself(PAPER), [PEN]: itself(PEN), [LAMP]: itself(LAMP) }, blocks })

interface Item {
  readonly quantity: number
  readonly properties: object
  readonly final_line_price: number
  readonly selling_plan_allocation?: { readonly selling_plan: { readonly name: string } }
}
const asSaid = ({ quantity, properties, final_line_price, selling_plan_allocation: by }: Item) => [
  ...[quantity, properties, final_line_price, by?.selling_plan.name],
]

async function cartOf(...items: readonly object[]) {
  const shopper = openShopper(sampleDoor(), openShop())
  await shopper.postJson('/cart/add.js', { items })
  return (await shopper.read('/cart')).replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '')
}

describe('what Liquid draws', () => {
  test('a line bought once is offered by the plans that its product has, and says what that comes to with all pieces', async () => {
    const html = await cartOf({ id: 11, quantity: 3 })
    const text = html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    expect(text).toContain('Every month: −€6.00')
    expect(html).toContain('data-plan="901"')
  })

  test('of several plans none is chosen beforehand', async () => {
    const html = await cartOf({ id: 21 })
    expect([...html.matchAll(/<option value="(\d*)"[^>]*>([^<]*)/g)].map(([, id, said]) => [id, said])).toEqual([
      ['', 'How often?'],
      ['901', 'Every month: −€0.50'],
      ['902', 'Every &lt;quarter&gt; &amp;plan;: same price'],
    ])
    expect(html).not.toMatch(/<option[^>]*selected/)
  })

  test.each([
    ['a product that can be ordered before it is there, and no more', [{ id: 41 }]],
    ['a product without a plan', [{ id: 31 }]],
    ['a line that is a subscription', [{ id: 11, selling_plan: 901 }]],
    ['a variant that stands in two lines', [{ id: 11 }, { id: 11, properties: { engraved: 'Ada' } }]],
    ['a line that hangs on another', [{ id: 31 }, { id: 11, parent_id: 31 }]],
  ])('nothing is offered for %s', async (_, items) => {
    expect(await cartOf(...items)).not.toContain('tandem-swap')
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  async function openCart(id: number) {
    const opened = await openPage(browser, openShop(), { path: '/cart' })
    const { page } = opened
    await page.evaluate(
      (body) => fetch('/cart/add.js', { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
      JSON.stringify({ items: [{ id, quantity: 2, properties: { engraved: 'Ada' } }] }),
    )
    await page.goto(`${opened.address}/cart`)
    const lines = async () => {
      const { items } = (await page.evaluate(async () => (await fetch('/cart.js')).json())) as { items: Item[] }
      return items.map(asSaid)
    }
    return { page, lines }
  }

  test('a press subscribes in place, keeps what is written on the line, and another buys it once again', async () => {
    const { page, lines } = await openCart(11)
    const before = await lines()
    expect(before).toEqual([[2, { engraved: 'Ada' }, 4_000, undefined]])
    await page.getByRole('button', { name: /Subscribe.*Ink/ }).click()
    await page.getByText('Now by subscription').waitFor()
    expect(await lines()).toEqual([[2, { engraved: 'Ada', _tandem: 'cart-page/rule/k7' }, 3_600, 'Every month']])
    await page.getByRole('button', { name: /Undo.*Ink/ }).click()
    await page.getByRole('button', { name: /Subscribe.*Ink/ }).waitFor()
    expect(await lines()).toEqual(before)
  })

  test('of several plans the shopper names one; until then nothing happens', async () => {
    const { page, lines } = await openCart(21)
    const before = await lines()
    await page.getByRole('button', { name: /Subscribe.*Paper/ }).click()
    expect(await lines()).toEqual(before)
    await page.getByLabel('By subscription').selectOption('902')
    await page.getByRole('button', { name: /Subscribe.*Paper/ }).click()
    await page.getByText('Now by subscription').waitFor()
    expect((await lines()).map((line) => line.at(-1))).toEqual(['Every <quarter> &plan;'])
  })

  test('what Shopify refuses leaves the cart as it was, and is said', async () => {
    const { page, lines } = await openCart(11)
    const before = await lines()
    await page.route('**/cart/change.js', (route) =>
      route.fulfill({ status: 422, json: { status: 422, message: 'Cart Error', description: 'Cannot apply selling plan to variant' } }),
    )
    await page.getByRole('button', { name: /Subscribe.*Ink/ }).click()
    await page.getByText('Cannot apply selling plan to variant').waitFor()
    expect(await lines()).toEqual(before)
  })
})
