import { expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { publishInApp, putInApp, readDrawn } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const HOUR = 3_600_000
const [TOY, CELLS] = [
  aProduct({ id: 1, title: 'Robot', productType: 'Toy' }),
  aProduct({ id: 2, title: 'Four cells', productType: 'Batteries' }),
]
const of = [TOY, CELLS]
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()
const world = aWorld({
  products: of,
  orders: [3, 20, 30].map((hours, nth) => anOrder({ id: 100 + nth, of, createdAt: ago(hours), processedAt: ago(hours) })),
})
const SHOP = world.facts.domain
const { simulator, app, shop, quiet, rowsOf } = await aSyncedShop('since-yesterday', world)
const home = async () => (await readDrawn(simulator, app.url, SHOP, '')).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const cells = aRule({ id: 'cells', name: 'Cells for robots', when: ofType('Toy'), where: ofType('Batteries') })

it('says nothing of a day on which nothing of ours was to be seen', async () => {
  expect(await home()).not.toContain('In the last 24 hours')
})

it('says what came in, what was published, what changed and what became certain within a day, and no more', async () => {
  await putInApp(simulator, app.url, SHOP, '/rules/cells', cells)
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  const fresh = await home()
  expect(fresh).toContain('2 orders came in; 0 with something added from an offer.')
  expect(fresh).toMatch(/Version 1 .*, by you 1 product page changed/)
  expect(fresh).not.toContain('or stock of')

  shop.changeProduct(2, (product) => (product.title = 'Eight cells'))
  await quiet()
  await rowsOf(`UPDATE order_line SET sold_by = 'product-page/rule/cells' WHERE order_id = 101 AND product_id = 2`)
  await rowsOf(`INSERT INTO rule_flag (shop_id, rule_id, since, low, high) VALUES ('${SHOP}', 'cells', now(), -0.4, -0.1)`)
  const later = await home()
  expect(later).toContain('2 orders came in; 1 with something added from an offer.')
  expect(later).toContain('Details, price or stock of 1 product changed.')
  expect(later).toContain('Cells for robots costs you buyers')

  await rowsOf(`UPDATE "order" SET processed_at = processed_at - interval '1 day'`)
  await rowsOf(`UPDATE rule_version SET made_at = made_at - interval '1 day'`)
  await rowsOf(`UPDATE rule_flag SET since = since - interval '1 day'`)
  await rowsOf(`UPDATE catalog_change SET at = at - interval '1 day'`)
  const old = await home()
  expect(old).toContain('No order has come in.')
  for (const gone of ['Version 1', 'or stock of', 'costs you buyers: ']) expect(old).not.toContain(gone)
})
