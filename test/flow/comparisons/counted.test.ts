import { beforeAll, expect, it } from 'vitest'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import { comparedRuleOf } from '#app/slots/arm/comparison-arm.ts'
import { aComparedShop, CELLS, PACK, STARTS } from './compared-shop.ts'

const { app, shop, rowsOf, begin, wish, measure, note } = await aComparedShop('compared-visits')

beforeAll(async () => {
  await begin()
  await wish(STARTS)
})

it('counts each visitor in the half that its id says, whatever the page told, and nobody who is held out', async () => {
  const { salt, share, epoch, compared } = note()
  const visits = Array.from({ length: 60 }, (_, at) => (at + 1).toString(16).padStart(32, '0'))
  const told = (visit: string, rule: 'a' | 'b', comparison = compared) => ({
    id: `${visit}-${rule}`,
    kind: 'reached',
    visit,
    epoch,
    compared: `${comparison}/${rule}`,
    offers: [rule === 'a' ? { soldBy: 'product-page/rule/cells', product: CELLS } : { soldBy: 'product-page/rule/packs', product: PACK }],
  })
  const tell = (visitor: string, events: object[]) =>
    fetch(`${app.url}/events`, { method: 'POST', body: JSON.stringify({ token: shop.pixel!.settings['token'], visitor, events }) })
  for (const visit of visits) expect((await tell('a-browser', [told(visit, 'a'), told(visit, 'b')])).status).toBe(204)
  // Of a comparison that never was, the first rule's slot is as any other, and the second's is none.
  const stray = 'f'.repeat(32)
  await tell('another', [told(stray, 'a', 'never-was'), told(stray, 'b', 'never-was')])
  expect((await tell('another', [{ ...told(stray, 'a'), compared: 'x/c' }])).status).toBe(400)
  await measure()
  const seen = visits.filter((visit) => !isHeldOut(saltOf(salt, 'cross-sell'), visit, share))
  const ofA = seen.filter((visit) => comparedRuleOf(salt, compared!, visit) === 'a').length
  expect(seen.length).toBeLessThan(60)
  const sums = (scope: string) =>
    rowsOf(`SELECT is_held_out AS out, sums[1]::int AS visitors FROM measure_total WHERE scope = '${scope}' ORDER BY 1`)
  expect(await sums(`comparison/${compared}`)).toEqual([
    { out: false, visitors: seen.length - ofA },
    { out: true, visitors: ofA },
  ])
  // The board of offers goes on: everybody is there once, with what they could have seen.
  expect((await sums('all')).reduce((sum, { visitors }) => sum + Number(visitors), 0)).toBe(61)
  const all = await rowsOf("SELECT DISTINCT visitor, sold_by FROM offered WHERE sold_by LIKE '%/rule/%'")
  expect(all).toHaveLength(61)
})
