import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Product } from '#app/commerce/product.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { MomentFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import type { Moment } from '#app/rules/moment.ts'
import { drawnGuard } from '#app/slots/drawn-guard.ts'
import { anyGuard, anyMoment } from '../a/any-rule.ts'
import { openLiquid } from '../simulator/storefront/liquid/open-liquid.ts'

const extension = join(import.meta.dirname, '../../extensions/theme-blocks')
const words = { locales: new Map(), fallback: 'en' } as never
const engine = openLiquid({ root: extension, snippets: join(extension, 'snippets'), words, assetUrl: (file) => file })

const goods = ({ id, type, vendor, tags, collections }: Product) => ({
  ...{ id, type, vendor, tags },
  collections: collections.map((collection) => ({ id: collection })),
})

/** A visit as Liquid sees it. A subtotal that is not in the shop's currency is in another one. */
function liquidOf({ cart, customer, market, language, date }: Moment) {
  return {
    cart: {
      items: cart.lines.map(({ product, quantity }) => ({ product: goods(product), quantity })),
      item_count: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      total_price: cart.subtotal ?? 4000,
      currency: { iso_code: cart.subtotal === null ? 'USD' : 'EUR' },
    },
    customer: customer && { tags: customer.tags, orders_count: customer.orders },
    localization: { market: market === null ? null : { handle: market } },
    request: { locale: { iso_code: language }, design_mode: false },
    // Late in the evening in Vienna, and the next day in Auckland already.
    now: `${date}T21:45:00Z`,
    shop: { name: 'Tiny', money_format: '€{{amount}}', currency: 'EUR', timezone: 'Europe/Vienna' },
  }
}

async function drawn(guard: Tree<MomentFact>, moment: Moment): Promise<boolean> {
  const said = await engine.parseAndRender(
    `{% render 'offer-guard', guard: guard %}`,
    { guard: JSON.parse(JSON.stringify(drawnGuard(guard, 'EUR'))) as unknown },
    { globals: liquidOf(moment) },
  )
  expect(String(said).trim()).toMatch(/^1?$/)
  return String(said).includes('1')
}

test('Liquid and the resolver agree on whether a guard holds', async () => {
  let held = 0
  await fc.assert(
    fc.asyncProperty(anyGuard, anyMoment, async (guard, moment) => {
      const holds = holdsNow(guard, moment)
      held += Number(holds)
      expect(await drawn(guard, moment)).toBe(holds)
    }),
    { numRuns: 1500 },
  )
  expect(held).toBeGreaterThan(100)
})

test('long lists are gone through to their end', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `tag-${at}`)
  const moment = fc.sample(anyMoment, 1)[0]!
  const customer = { tags: ['other', 'TAG-99 '], orders: 0 }
  expect(await drawn({ kind: 'customer-tag', names }, { ...moment, customer })).toBe(true)
  expect(await drawn({ kind: 'not', of: { kind: 'customer-tag', names } }, { ...moment, customer })).toBe(false)
})
