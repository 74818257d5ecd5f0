// @vitest-environment jsdom
import { setUpExtension } from '@shopify/ui-extensions-tester'
import { createCartLine } from '@shopify/ui-extensions-tester/checkout'
import { expect, onTestFinished, test, vi } from 'vitest'

const LAPTOP = 'gid://shopify/Product/1'
const cards = [2, 3].map((p) => ({ p, by: 'rule', ref: 'k7' }))
const slot = [{ lock: 'locked', cards: [0, 1] }]
const NOTES = JSON.stringify({ v: 2, cards, slots: { checkout: slot, 'thank-you': slot } })
const UNSET = { heading: undefined, cards: undefined, hide_prices: undefined, not_nested: undefined }
const offersOf = (place: string, ...products: number[]) => ({
  offers: products.map((product) => ({ product, soldBy: `${place}/rule/k7` })),
})

const node = (id: string) => ({
  ...{ id, title: `Product ${id.slice(-1)}`, handle: 'x', featuredImage: null },
  variants: {
    nodes: [{ id: `${id}/v`, title: 'Default', availableForSale: true, price: { amount: '29.0', currencyCode: 'USD' } }],
    pageInfo: { hasNextPage: false },
  },
})

/** A page about a laptop, beside which two products are offered. */
function open(target: 'purchase.checkout.block.render' | 'purchase.thank-you.block.render', mayTell = true) {
  document.body.innerHTML = ''
  const extension = setUpExtension(target)
  onTestFinished(() => extension[Symbol.dispose]())
  const { shopify } = extension
  const base = createCartLine()
  shopify.lines.value = [{ ...base, merchandise: { ...base.merchandise, product: { ...base.merchandise.product, id: LAPTOP } } }]
  const metafield = { namespace: '$app', key: 'offer_notes', value: NOTES, valueType: 'json_string' as const, type: 'json' }
  shopify.appMetafields.value = [{ target: { type: 'product', id: LAPTOP }, metafield }]
  shopify.settings.value = UNSET
  shopify.query = ((_: string, { variables = {} }: { variables?: Record<string, unknown> } = {}) =>
    Promise.resolve({ data: { nodes: (variables['ids'] as string[]).map(node), cart: [] } })) as unknown as typeof shopify.query
  const publish = vi.fn<typeof shopify.analytics.publish>(() => Promise.resolve(true))
  shopify.analytics.publish = publish
  const allow = (analytics: boolean) => {
    const known = shopify.customerPrivacy.value
    shopify.customerPrivacy.value = { ...known, allowedProcessing: { ...known.allowedProcessing, analytics } }
  }
  allow(mayTell)
  const change = vi.fn(() => Promise.resolve<{ type: 'success' } | { type: 'error'; message: string }>({ type: 'success' }))
  if ('applyCartLinesChange' in shopify) shopify.applyCartLinesChange = change as unknown as typeof shopify.applyCartLinesChange
  const drawn = async () => {
    await extension.render()
    await vi.waitFor(() => expect(document.querySelectorAll('s-button')).toHaveLength(2))
  }
  const press = (at = 0) => document.querySelectorAll('s-button')[at]!.dispatchEvent(new Event('click'))
  const told = () => publish.mock.calls
  const until = (shown: string) => vi.waitFor(() => expect(document.querySelector(shown)).not.toBeNull())
  return { extension, shopify, publish, change, allow, drawn, press, told, until }
}

test('a checkout tells once of what is shown, and of what was added, as the theme’s block does', async () => {
  const { shopify, drawn, press, told } = open('purchase.checkout.block.render')
  await drawn()
  await vi.waitFor(() => expect(told()).toEqual([['tandem:seen', offersOf('checkout', 2, 3)]]))
  // Drawn again, it is nothing new.
  shopify.lines.value = [...shopify.lines.value]
  press()
  await vi.waitFor(() => expect(told().slice(1)).toEqual([['tandem:added', offersOf('checkout', 2)]]))
})

test('a thank-you page tells of what is shown, and where a shopper followed a link', async () => {
  const { drawn, press, told } = open('purchase.thank-you.block.render')
  await drawn()
  await vi.waitFor(() => expect(told()).toEqual([['tandem:seen', offersOf('thank-you', 2, 3)]]))
  press()
  expect(told().slice(1)).toEqual([['tandem:clicked', offersOf('thank-you', 2)]])
})

test('it tells nothing of what was refused, and minds nothing that goes wrong with telling', async () => {
  const { publish, change, drawn, press, told, until } = open('purchase.checkout.block.render')
  publish.mockImplementation(() => Promise.reject(new Error('down')))
  change.mockImplementation(() => Promise.resolve({ type: 'error', message: 'No' }))
  await drawn()
  press()
  await until('s-text[tone=critical]')
  expect(told().map(([name]) => name)).toEqual(['tandem:seen'])
})

test('it tells nothing of a shopper who does not agree, and what is shown once they do', async () => {
  const { publish, allow, drawn, press, told, until } = open('purchase.checkout.block.render', false)
  await drawn()
  press()
  await until('s-text[tone=success]')
  expect(publish).not.toHaveBeenCalled()
  allow(true)
  // The tester's values draw nothing anew by themselves; that something else was added does.
  press(1)
  await vi.waitFor(() => expect(told()).toContainEqual(['tandem:seen', offersOf('checkout', 2, 3)]))
})

/** 0f…: in no arm but of what is asked below. */
const VISIT = '0f8e4c1d9b3a27560f8e4c1d9b3a2756'
const reached = { visit: VISIT, epoch: 3, ...offersOf('checkout', 2, 3) }

test.each([
  ['shows to whom it is shown', 0, 2, ['tandem:reached', 'tandem:seen']],
  ['shows nothing to whom it is held out from', 1, 0, ['tandem:reached']],
])('a checkout that is measured %s, and says alike what it had to show', async (_, share, buttons, names) => {
  const { shopify, told, extension } = open('purchase.checkout.block.render')
  const value = JSON.stringify({ v: 1, salt: '0123456789abcdef', epoch: 3, share })
  const metafield = { namespace: '$app', key: 'measure', value, valueType: 'json_string' as const, type: 'json' }
  shopify.appMetafields.value = [...shopify.appMetafields.value, { target: { type: 'shop', id: 'gid://shopify/Shop/1' }, metafield }]
  shopify.attributes.value = [{ key: '_tandem_visit', value: VISIT }]
  await extension.render()
  await vi.waitFor(() => expect(told().map(([name]) => name)).toEqual(names))
  expect(told()[0]).toEqual(['tandem:reached', reached])
  expect(document.querySelectorAll('s-button')).toHaveLength(buttons)
})
