import { expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { putInApp, publishInApp } from '../../running/merchant.ts'
import { aWarySyncedShop } from '../../running/synced-shop.ts'
import { aRule } from '../../a/rule.ts'

const attribute = (...ids: number[]) => ({
  namespace: 'shopify',
  key: 'material',
  type: 'list.metaobject_reference',
  value: JSON.stringify(ids.map((id) => `gid://shopify/Metaobject/${id}`)),
})
const GONE = 99
const world = aWorld({
  facts: { domain: 'attributes.myshopify.com', handle: 'attributes' },
  products: [
    aProduct({ id: 1, title: 'Tote', metafields: [attribute(7)] }),
    aProduct({ id: 2, title: 'Throw', metafields: [attribute(8, 7)] }),
    aProduct({ id: 3, title: 'Rug', metafields: [attribute(GONE)] }),
    aProduct({ id: 4, title: 'Lamp', productType: 'Lamp' }),
  ],
  metaobjects: [
    { id: 7, displayName: 'Cotton' },
    { id: 8, displayName: 'Wool' },
  ],
})
const SHOP = world.facts.domain
const { simulator, app, quiet, rowsOf } = await aWarySyncedShop('category-attributes', world)

const names = () => rowsOf('SELECT gid, name FROM metaobject ORDER BY gid')
const gid = (id: number) => `gid://shopify/Metaobject/${id}`
/** What is published beside the lamp: ids of products. */
const published = async () => {
  const rows = await rowsOf(`SELECT notes::jsonb AS notes FROM published_slot WHERE shop_id = '${SHOP}' AND product_id = 4`)
  return (rows as { notes: { cards: { p: number }[] } }[]).flatMap(({ notes }) => notes.cards.map(({ p }) => p)).toSorted()
}
const cotton = aRule({
  id: 'cotton',
  when: { kind: 'type', names: ['Lamp'] },
  where: { kind: 'metafield', name: 'shopify.material', names: ['cotton'] },
})

it('knows category attributes by id until the merchant lets their names be read, then by name; and forgets the names with the leave', async () => {
  await putInApp(simulator, app.url, SHOP, '/rules/cotton', cotton)
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
  expect([await names(), await published()]).toEqual([[], []])

  simulator.changeScopes(SHOP, 'grant', ['read_metaobjects'])
  await quiet()
  expect(await names()).toEqual([
    { gid: gid(7), name: 'Cotton' },
    { gid: gid(8), name: 'Wool' },
  ])
  expect(await published()).toEqual([1, 2])

  simulator.changeScopes(SHOP, 'revoke', ['read_metaobjects'])
  await quiet()
  expect([await names(), await published()]).toEqual([[], []])
})
