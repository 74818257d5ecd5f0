import type { Browser, Page } from 'playwright-core'
import { aCustomer, aProduct, aWorld } from '../a/world.ts'
import { globalId } from '../simulator/admin/global-id.ts'
import { openShop } from '../simulator/state/open-shop.ts'
import { defaultTemplates } from '../simulator/storefront/json-template.ts'
import { switchEmbed } from '../simulator/storefront/place-block.ts'
import { appNamespace } from '../simulator/storefront/sample-door.ts'
import { placeUiBlock } from '../simulator/ui-extensions/placed.ts'
import { openPage, type View } from './open-page.ts'

export const [LAPTOP, SLEEVE, CLEANER, INK] = [1, 2, 3, 4] as const
const products = [
  aProduct({ id: LAPTOP, title: 'Laptop', price: 99_900, sellingPlans: [{ id: 1, name: 'Every year', percent: 10 }] }),
  aProduct({ id: SLEEVE, title: 'Sleeve', price: 2_950, stock: 3 }),
  aProduct({ id: CLEANER, title: 'Cleaning kit', price: 900 }),
  aProduct({ id: INK, title: 'Ink', price: 1_200 }),
]
export const HANDLES = ['tandem-checkout', 'tandem-cart-line', 'tandem-thank-you', 'tandem-order-status', 'tandem-account']
/** What is published beside the laptop. */
export const NOTES = {
  v: 2,
  cards: [
    { p: SLEEVE, by: 'rule', ref: 'sleeves', nest: true },
    { p: CLEANER, by: 'rule', ref: 'care' },
  ],
  slots: {
    checkout: [{ lock: 'locked', cards: [0] }],
    'thank-you': [{ lock: 'locked', cards: [1] }],
    'order-status': [{ lock: 'locked', cards: [1] }],
  },
}

export interface GivenCheckout extends View {
  readonly plan?: string
  readonly notes?: string
  readonly blocks?: readonly string[]
}

/** A shop that sells a laptop and what goes with it, with our blocks on Shopify's own pages, and a browser at its door. */
export async function openCheckout(
  browser: Browser,
  { plan = 'Plus', notes = JSON.stringify(NOTES), blocks = ['tandem-checkout', ...HANDLES.slice(2)], ...view }: GivenCheckout = {},
) {
  const shop = openShop(aWorld({ products, customers: [aCustomer({ id: 7 })], facts: { plan } }))
  for (const [file, content] of defaultTemplates()) shop.themeFiles.set(file, content)
  switchEmbed(shop.themeFiles, 'tandem', true)
  for (const handle of blocks) placeUiBlock(shop.themeFiles, handle)
  const field = { namespace: appNamespace, key: 'offer_notes', type: 'json' }
  shop.metafields.set({ ...field, ownerId: globalId('Product', LAPTOP), value: notes })
  shop.metafields.set({ ...field, ownerId: globalId('Product', INK), value: JSON.stringify({ v: 2, cards: [], slots: {}, again: 30 }) })
  const opened = await openPage(browser, shop, { blocksAt: () => new Date('2026-11-29T12:00:00Z'), path: '/', ...view })
  const checkOut = (line = `${LAPTOP}1:1`) => opened.go(`/cart/${line}`)
  return { shop, checkOut, lastOrder: () => [...shop.orders.values()].at(-1), ...opened }
}

/** Titles of what the blocks of a page offer. */
export const offered = (page: Page) => page.locator('.ui-block s-text[type=strong]')
/** The order's lines. */
export const summary = (page: Page) => page.locator('.checkout__summary .checkout__line').allInnerTexts()
export const add = (page: Page, title: string) => page.getByRole('button', { name: `Add ${title} to your order` })
