// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { answer, buttons, card, LAPTOP, notes, open, press, settled } from '../../test/checkout-block.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})

const INK = 'gid://shopify/ProductVariant/11'
const ink = {
  merchandise: { id: INK, title: 'Ink', product: { id: LAPTOP, vendor: 'V', productType: 'T' }, selectedOptions: [] },
  quantity: 2,
  attributes: [{ key: 'engraved', value: 'Ada' }],
  cost: { totalAmount: { amount: 40, currencyCode: 'USD' } },
}
const plan = (id: string, name: string, amount: string, recurringDeliveries = true) => ({
  sellingPlan: { id, name, recurringDeliveries },
  priceAdjustments: [{ price: { amount, currencyCode: 'USD' } }],
})
const MONTHLY = plan('monthly', 'Every month', '18.0')

/** The block beside a line of a product that has such plans, which its rule offers by subscription. */
function openWith(plans: readonly object[], line: object = ink) {
  const opened = open(notes(card(1, { instead: true })), { 1: { price: '20.0' } }, line)
  const query = answer({ 1: { price: '20.0' } })
  const asked: Record<string, unknown>[] = []
  opened.shopify.query = (async (text: string, options: { variables?: Record<string, unknown> }) => {
    asked.push(options.variables ?? {})
    const { data } = await query(text, options)
    return { data: { ...data, plans: [{ variants: { nodes: [{ id: INK, sellingPlanAllocations: { nodes: plans } }] } }] } }
  }) as unknown as typeof opened.shopify.query
  opened.shopify.i18n.translate = ((key: string, values: object = {}) => [key, ...Object.values(values)].join(' ')) as never
  opened.shopify.i18n.formatCurrency = ((amount: number) => `$${amount}`) as never
  return { ...opened, asked }
}

test('subscribes in one change that keeps what is written on the line, says what it comes to, and undoes it in one', async () => {
  const { extension, shopify, add, asked } = openWith([MONTHLY])
  await extension.render()
  await settled(() => buttons().length > 0)
  expect(asked.at(-1)).toMatchObject({ plans: [LAPTOP] })
  expect(document.body.textContent).toContain('plan_less Every month $4')
  press()
  await settled(() => document.body.textContent?.includes('subscribed Ink'))
  const attributes = [
    { key: 'engraved', value: 'Ada' },
    { key: '_tandem', value: 'checkout/rule/k7' },
  ]
  expect(add.mock.calls).toEqual([[{ type: 'updateCartLine', id: 'gid://shopify/CartLine/9', sellingPlanId: 'monthly', attributes }]])
  const [line] = shopify.lines.value
  const merchandise = { ...line!.merchandise, sellingPlan: { id: 'monthly' } }
  shopify.lines.value = [{ ...line!, id: 'gid://shopify/CartLine/10', merchandise, attributes }] as typeof shopify.lines.value
  press(buttons().length - 1)
  await settled(() => add.mock.calls.length === 2)
  expect(add.mock.calls[1]).toEqual([
    {
      type: 'updateCartLine',
      id: 'gid://shopify/CartLine/10',
      merchandiseId: INK,
      quantity: 2,
      attributes: [{ key: 'engraved', value: 'Ada' }],
      sellingPlanId: null,
    },
  ])
})

test('of several plans none is chosen for the shopper: a press without a choice changes nothing', async () => {
  const { extension, add } = openWith([MONTHLY, plan('quarterly', 'Every quarter', '20.0')])
  await extension.render()
  await settled(() => buttons().length > 0)
  expect(Array.from(document.querySelectorAll('s-option'), (option) => option.textContent)).toEqual([
    'plan_less Every month $4',
    'plan_same Every quarter',
  ])
  press()
  await settled(() => document.querySelector('s-select')?.getAttribute('error') ?? (document.querySelector('s-select') as never)['error'])
  expect(add).not.toHaveBeenCalled()
})

test.each([
  ['Shopify knows no plan for it, or keeps them from us', [], {}],
  ['its only plan is a pre-order', [plan('later', 'Pre-order', '20.0', false)], {}],
  ['it is a subscription already', [MONTHLY], { merchandise: { ...ink.merchandise, sellingPlan: { id: 'monthly' } } }],
  ['it hangs on another line', [MONTHLY], { parentRelationship: { parent: { id: 'x' } } }],
  ['the plan is in another currency', [MONTHLY], { cost: { totalAmount: { amount: 40, currencyCode: 'EUR' } } }],
])('offers nothing where %s', async (_, plans, line) => {
  const { extension } = openWith(plans, { ...ink, ...line })
  await extension.render()
  await vi.waitFor(() => expect(document.body.textContent).toBe(''))
})
