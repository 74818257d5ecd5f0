// @vitest-environment jsdom
import { setUpExtension } from '@shopify/ui-extensions-tester'
import { createCartLine } from '@shopify/ui-extensions-tester/checkout'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

const LAPTOP = 'gid://shopify/Product/1'
const card = (p: number, more: object = {}) => ({ p, by: 'rule', ref: 'k7', ...more })
const notes = (...cards: object[]) =>
  JSON.stringify({
    v: 2,
    ifs: [{ kind: 'cart-lines', low: 2 }],
    cards,
    slots: { checkout: [{ lock: 'locked', cards: cards.map((_, at) => at) }] },
  })

interface Sold {
  readonly variants?: readonly string[]
  readonly price?: string
}

/** What Shopify would answer: the products that are on sale, each with its variants. */
const answer = (sold: Readonly<Record<number, Sold>>) =>
  vi.fn((_: string, { variables = {} }: { variables?: Record<string, unknown> } = {}) =>
    Promise.resolve({
      data: {
        nodes: (variables['ids'] as string[]).map((id) => {
          const of = sold[Number(id.slice(id.lastIndexOf('/') + 1))]
          if (!of) return null
          const nodes = (of.variants ?? ['Default']).map((title) => ({
            id: `${id}/${title}`,
            title,
            availableForSale: true,
            price: { amount: of.price ?? '29.0', currencyCode: 'USD' },
          }))
          return {
            id,
            title: `Product ${id.slice(-1)}`,
            handle: 'x',
            featuredImage: null,
            variants: { nodes, pageInfo: { hasNextPage: false } },
          }
        }),
        cart: [],
      },
    }),
  )

function open(value: string, sold: Readonly<Record<number, Sold>>, line: object = {}) {
  const extension = setUpExtension('purchase.checkout.block.render')
  onTestFinished(() => extension[Symbol.dispose]())
  const { shopify } = extension
  const base = createCartLine()
  const merchandise = { ...base.merchandise, product: { ...base.merchandise.product, id: LAPTOP } }
  shopify.lines.value = [{ ...base, id: 'gid://shopify/CartLine/9', merchandise, ...line }]
  const metafield = { namespace: '$app', key: 'offer_notes', value, valueType: 'json_string' as const, type: 'json' }
  shopify.appMetafields.value = [{ target: { type: 'product', id: LAPTOP }, metafield }]
  // Nobody has set anything in the editor.
  shopify.settings.value = { heading: undefined, cards: undefined, hide_prices: undefined, not_nested: undefined }
  const query = answer(sold)
  const add = vi.fn<typeof shopify.applyCartLinesChange>(() => Promise.resolve({ type: 'success' }))
  shopify.query = query as unknown as typeof shopify.query
  shopify.applyCartLinesChange = add
  return { extension, shopify, query, add }
}

const seen = () => Array.from(document.querySelectorAll('s-text[type=strong]'), (text) => text.textContent)
const buttons = () => Array.from(document.querySelectorAll<HTMLElement>('s-button'))
const press = (at = 0) => buttons()[at]!.dispatchEvent(new Event('click'))
const settled = (what: () => unknown) => vi.waitFor(() => expect(what()).toBeTruthy())

beforeEach(() => {
  document.body.innerHTML = ''
})
afterEach(() => vi.useRealTimers())

test('shows grey rows, as many as may come, and then what can be bought, in its order', async () => {
  const { extension, query } = open(notes(card(2), card(3), card(4), card(5)), { 3: {}, 4: {}, 5: {} })
  await extension.render()
  expect(document.querySelectorAll('s-skeleton-paragraph')).toHaveLength(3)
  await settled(() => seen().length > 0)
  expect(seen()).toEqual(['Product 3', 'Product 4', 'Product 5'])
  expect(document.querySelector('s-skeleton-paragraph')).toBeNull()
  expect(query).toHaveBeenCalledTimes(1)
})

test.each([
  ['nothing is published', ''],
  ['what is published is broken', '{"v":2,"cards":[{"p":'],
  ['nothing is offered there', notes()],
  ['its moment has not come', notes(card(2, { if: 0 }))],
  ['nothing of it is sold any more', notes(card(9))],
  ['it lies in the cart', notes(card(1))],
])('shows nothing where %s, and asks only of what there is', async (_, value) => {
  const { extension, query } = open(value, { 2: {} })
  await extension.render()
  await vi.waitFor(() => expect(document.body.textContent).toBe(''))
  expect(query.mock.calls.length).toBeLessThanOrEqual(1)
})

test('adds at a click, nested under its line where the rule says so, as many packs as are needed', async () => {
  const need = { takes: 4, holds: 2, packs: 2 }
  const { extension, add } = open(notes(card(2, { nest: true, need })), { 2: {} })
  await extension.render()
  await settled(() => buttons().length > 0)
  press()
  await settled(() => add.mock.calls.length > 0)
  expect(add.mock.calls).toEqual([
    [
      {
        type: 'addCartLine',
        merchandiseId: 'gid://shopify/Product/2/Default',
        quantity: 2,
        attributes: [{ key: '_tandem', value: 'checkout/rule/k7' }],
        parent: { lineId: 'gid://shopify/CartLine/9' },
      },
    ],
  ])
  await settled(() => document.body.textContent?.includes('added'))
})

test('nests nothing under a line that is nested itself', async () => {
  const parentRelationship = { parent: { id: 'gid://shopify/CartLine/8' } }
  const { extension, add } = open(notes(card(2, { nest: true })), { 2: {} }, { parentRelationship })
  await extension.render()
  await settled(() => buttons().length > 0)
  press()
  await settled(() => add.mock.calls.length > 0)
  expect(add.mock.calls[0]?.[0]).not.toHaveProperty('parent')
})

test('of several choices it makes none: it asks for one', async () => {
  const { extension, add } = open(notes(card(2)), { 2: { variants: ['Small', 'Large'] } })
  await extension.render()
  await settled(() => document.querySelector('s-select'))
  const select = document.querySelector('s-select') as HTMLElement & { value: string }
  expect(select.getAttribute('value')).toBe('')
  press()
  await settled(() => select.getAttribute('error'))
  expect(add).not.toHaveBeenCalled()
  select.value = 'gid://shopify/Product/2/Large'
  select.dispatchEvent(new Event('change'))
  await settled(() => !select.hasAttribute('error'))
  press()
  await settled(() => add.mock.calls.length > 0)
  expect(add.mock.calls[0]?.[0]).toMatchObject({ merchandiseId: 'gid://shopify/Product/2/Large' })
})

test.each([
  ['in a wallet’s checkout', { 2: {} }, 'refused'],
  ['sold out meanwhile', {}, 'sold_out'],
])('says in plain words that nothing was added: %s', async (_, later, words) => {
  const { extension, shopify, add } = open(notes(card(2)), { 2: {} })
  shopify.i18n.translate = ((key: string) => key) as typeof shopify.i18n.translate
  await extension.render()
  await settled(() => buttons().length > 0)
  add.mockImplementation(() => Promise.resolve({ type: 'error', message: 'INTERNAL_CODE_17' }))
  shopify.query = answer(later) as unknown as typeof shopify.query
  press()
  await vi.waitFor(() => expect(add).toHaveBeenCalledTimes(1))
  if (words === 'refused') await settled(() => document.body.textContent?.includes('refused'))
  else await vi.waitFor(() => expect(seen()).toEqual([]))
  expect(document.body.textContent).not.toContain('INTERNAL_CODE_17')
})

const batteries = {
  merchandise: {
    id: 'gid://shopify/ProductVariant/11',
    title: 'Four batteries',
    product: { id: LAPTOP, vendor: 'V', productType: 'T' },
    selectedOptions: [],
  },
  quantity: 2,
  attributes: [{ key: 'engraved', value: 'Ada' }],
  cost: { totalAmount: { amount: 40, currencyCode: 'USD' } },
}
const said = (shopify: { i18n: { translate: unknown } }) => {
  shopify.i18n.translate = (key: string, values: object = {}) => [key, ...Object.values(values)].join(' ')
}

test('swaps in one change, with as many pieces, says what it comes to, and undoes it in one', async () => {
  const { extension, shopify, add } = open(notes(card(2, { instead: true })), { 2: {} }, batteries)
  said(shopify)
  shopify.i18n.formatCurrency = ((amount: number) => `$${amount}`) as typeof shopify.i18n.formatCurrency
  await extension.render()
  await settled(() => buttons().length > 0)
  expect(document.body.textContent).toContain('instead_more Four batteries $18')
  press()
  await settled(() => document.body.textContent?.includes('swapped Four batteries'))
  const merchandiseId = 'gid://shopify/Product/2/Default'
  const attributes = [{ key: '_tandem', value: 'checkout/rule/k7' }]
  const [line] = shopify.lines.value
  expect(add.mock.calls).toEqual([[{ type: 'updateCartLine', id: 'gid://shopify/CartLine/9', merchandiseId, quantity: 2, attributes }]])
  const product = { ...line!.merchandise.product, id: 'gid://shopify/Product/2' }
  const merchandise = { ...line!.merchandise, id: merchandiseId, product }
  shopify.lines.value = [{ ...line!, id: 'gid://shopify/CartLine/10', merchandise, attributes }]
  expect(buttons().at(-1)!.textContent).toBe('undo')
  press(buttons().length - 1)
  await settled(() => add.mock.calls.length === 2)
  expect(add.mock.calls[1]).toEqual([
    {
      type: 'updateCartLine',
      id: 'gid://shopify/CartLine/10',
      merchandiseId: 'gid://shopify/ProductVariant/11',
      quantity: 2,
      attributes: [{ key: 'engraved', value: 'Ada' }],
    },
  ])
})

test.each([
  ['several choices, none of which is called as the line’s own', { 2: { variants: ['Small', 'Large'] } }, {}],
  ['a line that hangs on another', { 2: {} }, { parentRelationship: { parent: { id: 'x' } } }],
  ['a subscription', { 2: {} }, { merchandise: { ...batteries.merchandise, sellingPlan: { id: 'monthly' } } }],
])('swaps nothing where it could not be undone, or a choice would be made for the shopper: %s', async (_, sold, line) => {
  const { extension } = open(notes(card(2, { instead: true })), sold, { ...batteries, ...line })
  await extension.render()
  await vi.waitFor(() => expect(document.body.textContent).toBe(''))
})

test('says what is missing to free delivery, and offers first what closes the gap', async () => {
  const gapped = { ...(JSON.parse(notes(card(2, { gap: true }), card(3, { gap: true }))) as object), free: [{ c: 'USD', at: 6_000 }] }
  const { extension, shopify } = open(JSON.stringify(gapped), { 2: { price: '5.0' }, 3: { price: '25.0' } })
  said(shopify)
  shopify.cost.subtotalAmount.value = { amount: 40, currencyCode: 'USD' }
  await extension.render()
  await settled(() => seen().length > 0)
  expect(document.body.textContent).toContain('gap ')
  expect(seen()).toEqual(['Product 3', 'Product 2'])
})

test('where the order takes no lines there is nothing', async () => {
  const { extension, shopify } = open(notes(card(2)), { 2: {} })
  shopify.instructions.value = { ...shopify.instructions.value, lines: { ...shopify.instructions.value.lines, canAddCartLine: false } }
  await extension.render()
  await vi.waitFor(() => expect(document.body.textContent).toBe(''))
})

test('the shopper’s charter: no cart change without a click, nothing chosen beforehand, no word that changes by itself, no timer', async () => {
  const { extension, add } = open(notes(card(2), card(3)), { 2: { variants: ['Small', 'Large'] }, 3: {} })
  const timers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')] as const
  await extension.render()
  await settled(() => seen().length > 0)
  const before = document.body.innerHTML
  // Preact waits for a frame, and for nothing longer.
  expect(timers[0].mock.calls.filter(([, wait = 0]) => wait > 100)).toEqual([])
  expect(timers[1]).not.toHaveBeenCalled()
  vi.useFakeTimers({ now: Date.now() })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(document.body.innerHTML).toBe(before)
  expect(add).not.toHaveBeenCalled()
  expect(document.querySelector('[checked], [selected], s-checkbox, s-option[selected]')).toBeNull()
})
