import { expect, test } from 'vitest'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { writeNotes } from '#app/slots/note.ts'
import type { FilledSlot } from '#app/slots/slot.ts'
import { aProduct, aVariant } from '../a/world.ts'
import type { Product } from '../simulator/shop.ts'
import { appNamespace } from '../simulator/storefront/sample-door.ts'
import { openOffersPage } from './offers-page.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'

const SOLD_OUT = 9
const good = (id: number) => aProduct({ id, title: `P${id}`, ...(id === SOLD_OUT && { variants: [aVariant({ id: 91, stock: 0 })] }) })

const slotOf = (rule: string, products: readonly number[]): FilledSlot => ({
  lock: 'locked',
  slot: {
    kind: 'filled',
    cards: products.map((id) => ({ product: id as ProductId, reason: { by: 'rule', rule: rule as RuleId, name: rule } })),
  },
})

/** The robot's page, with what is published of two rules that offer these; null for a slot that is the same with either. */
function aPage(
  a: readonly number[],
  b: readonly number[] | null,
  settings: Readonly<Record<string, unknown>> = {},
  block = 'product-offers',
) {
  const offered: Product[] = [...new Set([...a, ...(b ?? [])])].map(good)
  const page = openOffersPage({ offered, settings })
  if (block !== 'product-offers') placeBlock(page.shop.themeFiles, settings, { block, file: 'templates/product.json' })
  const { offers, notes } = writeNotes([{ placement: 'product-page', slots: [slotOf('a', a)] }], 'EUR', {
    compared: { id: 'k3', slots: [b && slotOf('b', b)] },
  })!
  const field = { ownerId: 'gid://shopify/Product/1', namespace: appNamespace }
  const ids = offers.map((id) => `gid://shopify/Product/${id}`)
  page.shop.metafields.set({ ...field, key: 'offers', type: 'list.product_reference', value: JSON.stringify(ids) })
  page.shop.metafields.set({ ...field, key: 'offer_notes', type: 'json', value: JSON.stringify(notes) })
  return page
}

/** What each part of the page that is drawn by a block of ours says of itself, and which products it holds. */
const partsOf = (html: string) =>
  html
    .split('<tandem-offers')
    .slice(1)
    .map((part) => {
      const tag = part.slice(0, part.indexOf('>'))
      return {
        of: /data-compared="([^"]*)"/.exec(tag)?.[1] ?? null,
        hidden: /\shidden(\s|$)/.test(tag),
        offers: [...part.matchAll(/data-offer="(\d+)"/g)].map(([, id]) => Number(id)),
      }
    })

test('each of two rules fills the block by itself, the other one’s hidden', async () => {
  const html = await aPage([2, 3, 4], [5, SOLD_OUT, 6, 7], { cards: 2 }).html()
  expect(partsOf(html)).toEqual([
    { of: 'k3/a', hidden: false, offers: [2, 3] },
    { of: 'k3/b', hidden: true, offers: [5, 6] },
  ])
  expect(html).toContain('value="product-page/rule/b"')
})

test('what is sold out gives its place to the next in either', async () => {
  expect(partsOf(await aPage([SOLD_OUT, 2, 3], [SOLD_OUT, 4], { cards: 2 }).html()).map(({ offers }) => offers)).toEqual([[2, 3], [4]])
})

test('a slot that is the same with either is drawn once, and of no comparison', async () => {
  expect(partsOf(await aPage([2], null).html())).toEqual([{ of: null, hidden: false, offers: [2] }])
})

test('where one of them has nothing to show, the other is drawn alone', async () => {
  expect(partsOf(await aPage([SOLD_OUT], [4]).html())).toEqual([{ of: 'k3/b', hidden: true, offers: [4] }])
  expect(partsOf(await aPage([4], [SOLD_OUT]).html())).toEqual([{ of: 'k3/a', hidden: false, offers: [4] }])
})

test('search engines are told of the first alone, and ids are each there once', async () => {
  const html = await aPage([2, 3], [4, 2], { json_ld: true }).html()
  const said = /isRelatedTo": (\[.*?\])\s*}\s*<\/script>/s.exec(html)![1]!
  expect([...said.matchAll(/"name": "(P\d)"/g)].map(([, name]) => name)).toEqual(['P2', 'P3'])
  const ids = [...html.matchAll(/\sid="(Tandem-[^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a set of products is drawn for each of the two as well', async () => {
  const parts = partsOf(await aPage([2, 3], [4], {}, 'bought-together').html())
  expect(parts.slice(-2)).toEqual([
    { of: 'k3/a', hidden: false, offers: [1, 2, 3] },
    { of: 'k3/b', hidden: true, offers: [1, 4] },
  ])
})
