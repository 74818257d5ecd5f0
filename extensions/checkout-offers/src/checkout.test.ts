// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, buttons, card, notes, notesSaying, open, press, seen, settled } from '../test/checkout-block.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

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

test('says what the merchant has it say, in the shopper’s language, or else how many packs it takes', async () => {
  const need = { takes: 4, holds: 2, packs: 2 }
  const texts = [{ en: 'Takes 4 × AA: 2 packs of 2' }, { de: 'Gleiche Größe: M' }]
  const { extension } = open(notesSaying(texts, card(2, { need, text: 0 }), card(3, { need, text: 1 })), { 2: {}, 3: {} })
  await extension.render()
  await settled(() => seen().length === 2)
  expect(document.body.textContent).toContain('Takes 4 × AA: 2 packs of 2')
  expect(document.body.textContent).not.toContain('Gleiche')
  expect(document.body.textContent).toContain('need_packs')
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

test('where the order takes no lines there is nothing', async () => {
  const { extension, shopify } = open(notes(card(2)), { 2: {} })
  shopify.instructions.value = { ...shopify.instructions.value, lines: { ...shopify.instructions.value.lines, canAddCartLine: false } }
  await extension.render()
  await vi.waitFor(() => expect(document.body.textContent).toBe(''))
})

test('the shopper’s charter: no cart change without a click, nothing chosen beforehand, no word that changes by itself, no timer', async () => {
  const { extension, add } = open(notes(card(2), card(3)), { 2: { variants: ['Small', 'Large'] }, 3: {} })
  // A frame of the browser's is no timer of ours; jsdom makes one of an interval.
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => queueMicrotask(then))
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
