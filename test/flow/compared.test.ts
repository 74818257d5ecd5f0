import { beforeAll, expect, it } from 'vitest'
import type { ComparisonKnown } from '#app/measure/comparisons/comparison.ts'
import { addMoments, addVisitor, NOTHING_BOUGHT, noMoments } from '#app/measure/ledger/moments.ts'
import type { Rule } from '#app/rules/rule.ts'
import { isHeldOut, saltOf, type MeasureNote } from '#app/slots/arm/arm.ts'
import { comparedRuleOf } from '#app/slots/arm/comparison-arm.ts'
import { aRule, ofType } from '../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../a/world.ts'
import { askApp, postInApp, publishInApp, putInApp, readDrawn } from '../running/merchant.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const [TOY, CELLS, PACK, LAMP] = [1, 2, 3, 4] as const
const products = [
  aProduct({ id: TOY, title: 'Robot', productType: 'Toy' }),
  aProduct({ id: CELLS, title: 'Four cells', productType: 'Batteries' }),
  aProduct({ id: PACK, title: 'Cheap pack', productType: 'Packs' }),
  aProduct({ id: LAMP, title: 'Lamp', productType: 'Lamp' }),
]
const world = aWorld({ products, orders: [anOrder({ of: [products[0]!, products[1]!] })] })
const SHOP = world.facts.domain
const { simulator, app, shop, quiet, rowsOf, one } = await aSyncedShop('compared-rules', world)

const cells = aRule({ id: 'cells', name: 'Batteries', when: ofType('Toy'), where: ofType('Batteries'), priority: 1 })
const packs = aRule({ id: 'packs', name: 'Packs', when: ofType('Toy'), where: ofType('Packs'), state: 'draft', priority: 2 })
const lamps = aRule({ id: 'lamps', name: 'Lamps', when: ofType('Toy'), where: ofType('Lamp'), at: ['cart-page'], priority: 3 })

const put = (rule: Rule) => putInApp(simulator, app.url, SHOP, `/rules/${rule.id}`, rule)
const publish = async () => {
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
}
const wish = async (body: object) => {
  await postInApp(simulator, app.url, SHOP, '/results/comparisons', body)
  await quiet()
}
const whyNot = async (body: object) => {
  const { text } = await askApp(simulator, app.url, SHOP, '/app/results/comparisons.data', body)
  return /"why","([a-z-]+)"/.exec(text)?.[1]
}
const page = () => readDrawn(simulator, app.url, SHOP, '/results/comparisons')
const measure = async () => {
  await rowsOf(`INSERT INTO jobs.job (name, data, singleton_key, policy) VALUES ('measure', '{"shop":"${SHOP}"}', '${SHOP}', 'stately')`)
  await quiet()
}
const note = () => JSON.parse(simulator.appMetafields(SHOP).find(({ key }) => key === 'measure')!.value) as MeasureNote
const published = () => one('SELECT notes FROM published_slot WHERE product_id = 1')
const comparisons = () =>
  rowsOf('SELECT id, ending, decided, known, plan FROM comparison ORDER BY started_at') as Promise<
    { id: string; ending: string | null; decided: string | null; known: ComparisonKnown | null; plan: { days: number } }[]
  >
const STARTS = { kind: 'start', a: 'cells', b: 'packs', days: 28 }
const latest = async () => (await comparisons()).at(-1)!

/** The sums of both halves, each of 2,000 visitors, of whom so many buy for 10.00. */
async function measured(id: string, buyers: { readonly a: number; readonly b: number }): Promise<void> {
  const [buyer, nobody] = [noMoments(), noMoments()]
  addVisitor(buyer, { ...NOTHING_BOUGHT, buyers: 1, orders: 1, cappedOffered: 1_000, offeredProfit: 1_000 }, 1)
  addVisitor(nobody, NOTHING_BOUGHT, 1)
  for (const rule of ['a', 'b'] as const) {
    const sums = noMoments()
    addMoments(sums, buyer.map((sum) => sum * buyers[rule])) // prettier-ignore
    addMoments(sums, nobody.map((sum) => sum * (2_000 - buyers[rule]))) // prettier-ignore
    await rowsOf(
      `INSERT INTO measure_total (shop_id, epoch, scope, is_held_out, sums)
       VALUES ('${SHOP}', 1, 'comparison/${id}', ${rule === 'a'}, '{${sums.join()}}')`,
    )
  }
}

beforeAll(async () => {
  await put(cells)
  await put(packs)
  await publish()
})

it('begins nothing with a rule that it cannot compare', async () => {
  await put({ ...packs, at: ['cart-page'] })
  expect(await whyNot(STARTS)).toBe('not-on-product-pages')
  expect(await whyNot({ ...STARTS, a: 'packs', b: 'cells' })).toBe('not-live')
  expect(await whyNot({ ...STARTS, b: 'cells' })).toBe('other-live')
  expect(await comparisons()).toEqual([])
  await put(packs)
})

it('publishes both while it runs, and puts the second into no place but product pages', async () => {
  await wish(STARTS)
  const { id, plan } = await latest()
  expect(plan).toMatchObject({ days: 28, of: 'revenue' })
  expect(note().compared).toBe(id)
  const notes = JSON.parse(await published() as string) as { cards: { p: number; ref: string }[]; slots: Record<string, { cards: number[] }[]>; compared: object } // prettier-ignore
  expect(notes.cards.map(({ p, ref }) => [p, ref])).toEqual([
    [CELLS, 'cells'],
    [PACK, 'packs'],
  ])
  expect(Object.values(notes.slots).flatMap((slots) => slots.flatMap(({ cards }) => cards))).not.toContain(1)
  expect(notes.compared).toEqual({ id, slots: [{ lock: 'locked', cards: [1] }] })
  expect(await page()).toContain('“Batteries” or “Packs”')
  // One at a time.
  expect(await whyNot(STARTS)).toBe('runs-already')
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
  await rowsOf('DELETE FROM offered; DELETE FROM measured_visitor; DELETE FROM measure_total; DELETE FROM measure_day')
})

it('goes on where something else is published, and where the second is changed in what waits', async () => {
  await put(lamps)
  await put({ ...packs, name: 'Packs, later' })
  await publish()
  expect(await comparisons()).toMatchObject([{ ending: null }])
  expect(await published()).toContain('"compared"')
})

it('ends once a difference is certain, shows everybody the first again, and leaves the choice to the merchant', async () => {
  const { id } = await latest()
  await measured(id, { a: 40, b: 50 })
  await measure()
  expect(await comparisons()).toMatchObject([{ ending: null }])
  await rowsOf(`DELETE FROM measure_total`)
  await measured(id, { a: 40, b: 140 })
  await measure()
  expect(await comparisons()).toMatchObject([{ ending: 'told', decided: null, known: { visitors: { a: 2_000, b: 2_000 } } }])
  expect(note()).not.toHaveProperty('compared')
  expect(await published()).not.toContain('packs')
  expect(await page()).toContain('“Packs” brings more than “Batteries”')
  // What is archived stays, whatever is counted later.
  await rowsOf(`DELETE FROM measure_total`)
  await measure()
  expect((await latest()).known?.visitors).toEqual({ a: 2_000, b: 2_000 })
})

it('puts the second in the first one’s place, as it was compared, once that is published', async () => {
  const { id } = await latest()
  await wish({ kind: 'use-b', comparison: id })
  expect(await comparisons()).toMatchObject([{ decided: 'used-b' }])
  expect(await rowsOf("SELECT document->>'name' AS name, document->>'state' AS state FROM rule WHERE id <> 'lamps' ORDER BY id")).toEqual([
    { name: 'Batteries', state: 'draft' },
    { name: 'Packs', state: 'active' },
  ])
  expect(await published()).not.toContain('packs')
  await publish()
  expect(await published()).toContain('packs')
  expect(await published()).not.toContain('cells')
})

it('ends on its last day, whatever is known by then', async () => {
  await wish({ kind: 'start', a: 'packs', b: 'cells', days: 14 })
  await measure()
  expect((await latest()).ending).toBeNull()
  await rowsOf('UPDATE comparison SET ends_at = now() WHERE ended_at IS NULL')
  await measure()
  const { ending, id } = await latest()
  expect(ending).toBe('last-day')
  expect(await page()).toContain('on its last day')
  await wish({ kind: 'keep-a', comparison: id })
  expect((await latest()).decided).toBe('kept-a')
})

it('ends without a result where one of the two becomes another, or a person stops it', async () => {
  const again = () => wish({ kind: 'start', a: 'packs', b: 'cells', days: 14 })
  await again()
  await put({ ...packs, state: 'active', offer: { ...packs.offer, most: 1 } })
  await publish()
  expect((await latest()).ending).toBe('changed')
  expect(note()).not.toHaveProperty('compared')
  await again()
  await wish({ kind: 'stop', comparison: (await latest()).id })
  expect((await latest()).ending).toBe('stopped')
  expect(await published()).not.toContain('cells')
})
