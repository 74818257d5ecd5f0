// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { buttons, card, LAPTOP, notes, open, press, seen, settled } from '../../test/checkout-block.ts'

beforeEach(() => {
  document.body.innerHTML = ''
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
