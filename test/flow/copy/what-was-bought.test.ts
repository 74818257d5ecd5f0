import { expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { postInApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { textSpec } from '../../simulator/world/specs.ts'

const toy = aProduct({ id: 1, title: 'Toy', productType: 'Toy', vendor: 'Malkasten', metafields: [textSpec('battery_size', 'AA')] })
/** Bought again after thirty days, and long enough ago to be neither popular nor just bought. */
const orders = [140, 110].map((days, at) =>
  anOrder({ id: at + 1, of: [toy], customerId: 7, createdAt: new Date(Date.now() - days * 86_400_000).toISOString() }),
)
const world = aWorld({ products: [toy, aProduct({ id: 2 })], customers: [7, 8].map((id) => aCustomer({ id })), orders })
const SHOP = world.facts.domain
const { simulator, app, quiet } = await aSyncedShop('bought', world)

const turn = (isOn: boolean) => postInApp(simulator, app.url, SHOP, '/placements/copy', { kind: 'turn', isOn })
const boughtBy = async (customer: number) => {
  const url = `${simulator.storefrontUrl(SHOP)}/apps/tandem/offers?as=liquid&placement=home`
  const html = await (await fetch(url, { headers: { cookie: `customer=${customer}` } })).text()
  return [html.includes('data-offer="1"'), /data-bought="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#34;', '"')]
}

it('says in the one answer what is true of what a customer has bought, while product copy is on', async () => {
  await quiet()
  await expect.poll(() => boughtBy(7), { timeout: 30_000 }).toEqual([true, undefined])
  await turn(true)
  await quiet()
  await expect.poll(() => boughtBy(7), { timeout: 30_000 }).toEqual([true, '[["1",["power:aa","make:malkasten"]]]'])
  expect(await boughtBy(8)).toEqual([false, undefined])
  await turn(false)
  await quiet()
  await expect.poll(() => boughtBy(7), { timeout: 30_000 }).toEqual([true, undefined])
})
