import { beforeAll, expect, it } from 'vitest'
import { addMoments, addVisitor, NOTHING_BOUGHT, noMoments } from '#app/measure/ledger/moments.ts'
import { aRule, ofType } from '../../a/rule.ts'
import { aComparedShop, CELLS, PACK, packs, STARTS } from './compared-shop.ts'

const running = await aComparedShop('compared-rules')
const { SHOP, rowsOf, put, publish, comparisons, latest, begin, wish, whyNot, page, measure, note, published } = running
const lamps = aRule({ id: 'lamps', name: 'Lamps', when: ofType('Toy'), where: ofType('Lamp'), at: ['cart-page'], priority: 3 })

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

beforeAll(begin)

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
  interface Published {
    readonly cards: readonly { readonly p: number; readonly ref: string }[]
    readonly slots: Readonly<Record<string, readonly { readonly cards: readonly number[] }[]>>
    readonly compared: object
  }
  const notes = JSON.parse(await published()) as Published
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

it('ends with the app’s stay in the shop', async () => {
  await wish({ kind: 'start', a: 'packs', b: 'cells', days: 14 })
  running.simulator.uninstall(SHOP)
  await running.quiet()
  expect((await latest()).ending).toBe('stopped')
})
