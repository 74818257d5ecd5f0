// @vitest-environment jsdom
import { setUpExtension } from '@shopify/ui-extensions-tester'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import english from '../locales/en.default.json'

beforeEach(() => {
  document.body.innerHTML = ''
})

const RULE = { placement: 'product-page', author: { kind: 'rule', rule: 'cells', name: 'Batteries' } }
const SHOWN = {
  arm: { kind: 'shown', epoch: 1 },
  lines: [
    { product: 1, title: 'Robot', quantity: 1, left: 1, origin: { kind: 'by-itself' } },
    { product: 2, title: 'Four cells', quantity: 1, left: 1, origin: { kind: 'sold', from: RULE, isNoted: true } },
  ],
  offers: [
    { product: 2, title: 'Four cells', slot: RULE, outcome: { kind: 'taken' } },
    { product: 3, title: 'Lamp', slot: RULE, outcome: { kind: 'passed-over' } },
    // The same product in two slots is one product.
    { product: 3, title: 'Lamp', slot: { ...RULE, placement: 'cart-drawer' }, outcome: { kind: 'passed-over' } },
  ],
}

/** The block on the page of order 7, whose story the app answers with. */
async function open(answer: () => Promise<Response>, id = 'gid://shopify/Order/7') {
  const extension = setUpExtension('admin.order-details.block.render')
  onTestFinished(() => extension[Symbol.dispose]())
  const fetched = vi.fn((_address: string) => answer())
  vi.stubGlobal('fetch', fetched)
  onTestFinished(() => void vi.unstubAllGlobals())
  extension.shopify.data.selected = [{ id }]
  extension.shopify.i18n.translate = ((key: keyof typeof english, values: Record<string, string | number> = {}) => {
    const said = english[key]
    const text = typeof said === 'string' ? said : values['count'] === 1 ? said.one : said.other
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
  }) as typeof extension.shopify.i18n.translate
  await extension.render()
  return fetched
}
const lines = () => Array.from(document.querySelectorAll('s-paragraph, s-text'), (one) => one.textContent)
const told = (expected: readonly string[]) => vi.waitFor(() => expect(lines()).toEqual(expected))
const answers =
  (document: unknown, status = 200) =>
  () =>
    Promise.resolve(Response.json(document, { status }))

test('asks the app by a relative address, tells what was sold by which rule, and leads to all of it', async () => {
  const fetched = await open(answers(SHOWN))
  await told([english.arm_shown, 'Four cells: sold by the rule “Batteries”', '1 product was shown and not bought.'])
  expect(fetched.mock.calls).toEqual([['/app/results/orders/7/story']])
  expect(document.querySelector('s-link')?.getAttribute('href')).toBe('app:app/results/orders/7')
})

test('says of who was held out what was not shown', async () => {
  const offers = [2, 3].map((product) => ({ product, outcome: { kind: 'held-out', isBought: product === 2 } }))
  await open(answers({ arm: { kind: 'held-out', epoch: 1 }, lines: [], offers }))
  await told([english.arm_held_out, english.sold_nothing, '2 products were not shown.'])
})

test.each([
  ['not-measured', english.arm_unknown, english.why_not_measured],
  ['elsewhere', english.arm_unknown, english.why_elsewhere],
  ['no-visit', english.arm_unknown, english.why_no_visit],
  ['came-by-nothing', english.arm_no_offers, english.why_came_by_nothing],
  ['too-long-ago', english.arm_unknown, english.why_too_long_ago],
])('says that it does not know, and why: %s', async (why, title, sentence) => {
  await open(answers({ arm: { kind: 'unknown', why }, lines: [], offers: [] }))
  await told([title, sentence, english.sold_nothing])
})

test('says that the app has no such order', async () => {
  await open(answers('There is no such order', 404))
  await told([english.none])
})

test('asks nothing where the page names no order', async () => {
  const fetched = await open(answers(SHOWN), 'gid://shopify/DraftOrder/7')
  await told([english.none])
  expect(fetched).not.toHaveBeenCalled()
})

test.each([
  ['the app is away', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['it fails', answers('Sorry', 500)],
  ['it answers a page', () => Promise.resolve(new Response('<html>'))],
  ['what it tells is no story', answers({ arm: { kind: 'else' }, lines: [], offers: [] })],
])('can be asked again where %s', async (_, answer) => {
  let asked = 0
  const fetched = await open(() => ((asked += 1) === 1 ? answer() : answers(SHOWN)()))
  await told([english.failed])
  document.querySelector('s-button')!.dispatchEvent(new Event('click'))
  await vi.waitFor(() => expect(lines()).toContain(english.arm_shown))
  expect(fetched).toHaveBeenCalledTimes(2)
})
