import { expect, it } from 'vitest'
import { inLanes } from '#app/platform/in-lanes.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { postInApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { textSpec } from '../../simulator/world/specs.ts'

/** Two kinds of power, and two makers across them; nobody has bought any. */
const toy = (id: number, power: string, vendor: string) =>
  aProduct({ id, productType: 'Toy', vendor, metafields: [textSpec('battery_size', power)] })
const world = aWorld({ products: [toy(1, 'AA', 'Voltkin'), toy(2, 'AA', 'Malkasten'), toy(3, 'C', 'Voltkin'), toy(4, 'C', 'Malkasten')] })
const SHOP = world.facts.domain
const { simulator, app, quiet, rowsOf, one, shop } = await aSyncedShop('angles', world)

const tell = async (visitor: string, ...events: readonly (readonly [kind: string, product: number])[]) => {
  const told = events.map(([kind, product], at) => ({ id: crypto.randomUUID(), kind, soldBy: `product-page/rule/r${at}`, product }))
  const body = JSON.stringify({ token: shop.pixel!.settings['token'], visitor, events: told })
  expect((await fetch(`${app.url}/events`, { method: 'POST', body })).status).toBe(204)
}
/** Each of forty shoppers clicks through to the first toy, sees two others there and clicks one. */
const shoppersChoose = (chosen: number) =>
  inLanes(
    4,
    Array.from({ length: 40 }, (_, nth) => `shopper-${chosen}-${nth}`),
    async (visitor) => {
      await tell(visitor, ['clicked', 1])
      await tell(visitor, ['seen', 2], ['seen', 3])
      await tell(visitor, ['clicked', chosen])
    },
  )
/** What comes first of toys, learnt anew. */
const learnt = async () => {
  await rowsOf(`UPDATE copy_setting SET learnt_at = '2020-01-01'`)
  await postInApp(simulator, app.url, SHOP, '/placements/copy', { kind: 'turn', isOn: true })
  await quiet()
  const angles = (await one('SELECT angles FROM copy_setting')) as Record<string, string[]>
  return angles['Toy'] ?? []
}

it('learns from what shoppers click of what they see what comes first of a product', async () => {
  expect(await learnt()).toEqual([])
  await shoppersChoose(3)
  expect((await learnt())[0]).toBe('make')
})

it('learns nothing from one browser, however much of it is stored', async () => {
  const before = await learnt()
  await rowsOf(
    `INSERT INTO storefront_event (shop_id, id, kind, visitor, sold_by, product_id, received_at)
     SELECT '${SHOP}', 'forged-' || nth, CASE nth % 4 WHEN 1 THEN 'seen' WHEN 2 THEN 'seen' ELSE 'clicked' END, 'mallory', 'product-page/rule/r1',
       CASE nth % 4 WHEN 0 THEN 1 WHEN 2 THEN 3 ELSE 2 END, now() - make_interval(secs => (100000 - nth) / 100.0)
     FROM generate_series(1, 100000) AS nth`,
  )
  expect(await learnt()).toEqual(before)
})

it('follows shoppers who choose otherwise', async () => {
  await rowsOf('DELETE FROM storefront_event')
  await shoppersChoose(2)
  expect((await learnt())[0]).toBe('power')
  expect(await one(`SELECT angles->'' ->> 0 FROM copy_setting`)).toBe('power')
})
