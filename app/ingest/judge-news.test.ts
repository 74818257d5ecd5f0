import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { judgeNews, type Echo, type ProductNews } from './judge-news.ts'
import type { ReportedProduct } from './product-digest.ts'
import type { HeldProduct } from './reported-inventory.ts'

const id = 5 as ProductId
const SECOND = 1_000
const told = (second: number, pieces: number, digest = 'as held'): ReportedProduct => ({
  ...{ digest, pieces: [pieces], sellsOn: [true], restAt: null },
  updatedAt: second * SECOND,
})
const holding = (second: number, pieces: number): HeldProduct => ({
  ...{ digest: 'as held', stock: [pieces], available: [true], isActive: true },
  updatedAt: second * SECOND,
})
const heard = (...news: readonly ReportedProduct[]): ProductNews[] => news.map((one) => ({ id, told: one }))
const echo = (second: number, updates: number): Echo => ({ id, at: second * SECOND, updates })
const held = new Map([[id, holding(10, 7)]])
const NOTHING = { ask: [], stock: new Map(), heard: [] }

it('hears nothing in the echo of our own writing but the echo', () => {
  expect(judgeNews(heard(told(20, 7), told(20, 7)), held, [echo(20, 2)])).toEqual({ ...NOTHING, heard: [echo(20, 0)] })
  expect(judgeNews(heard(told(19, 7)), held, [echo(20, 2)])).toEqual({ ...NOTHING, heard: [echo(20, 1)] })
})

it('hears that somebody has edited what no body tells: before our writing, with it and after it', () => {
  for (const second of [11, 18, 19, 20, 21])
    expect(judgeNews(heard(told(20, 7), told(second, 7), told(20, 7)), held, [echo(20, 2)])).toMatchObject({ ask: [id] })
})

it('takes the pieces at hand from a sale, and the last of several', () => {
  const stock = new Map([[id, { stock: [4], updatedAt: 22 * SECOND }]])
  expect(judgeNews(heard(told(22, 4), told(20, 6), told(21, 5)), held, [])).toEqual({ ...NOTHING, stock })
})

it.each([
  ['tells of anything else', heard(told(20, 7, 'another'))],
  ['tells too little', [{ id }]],
  ['is of the second that is held', heard(told(10, 6))],
  ['contradicts another of the same second', heard(told(20, 6), told(20, 5))],
  ['is older than what is held', heard(told(9, 8))],
  ['is about what is not held', [{ id: 6 as ProductId, told: told(20, 7) }]],
])('has Shopify asked where a delivery %s', (_why, news) => {
  expect(judgeNews(news, held, [])).toEqual({ ...NOTHING, ask: [news[0]!.id] })
})

const step = fc.record({
  kind: fc.constantFrom('sale', 'writing', 'edit'),
  /** Seconds. */
  after: fc.integer({ min: 0, max: 2 }),
  /** How many of the deliveries under way arrive then, together, and which. */
  arrive: fc.nat(3),
  which: fc.nat(),
})

it('misses no edit, whenever it is made and in whatever order deliveries come', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const shop = aShopThatTells()
      for (const { kind, after, arrive, which } of steps) {
        shop.happen(kind, after)
        shop.arrive(arrive, which)
      }
      shop.arrive(Infinity, 0)
      expect(shop.held()).toEqual(shop.real())
    }),
  )
})

it('asks for nothing where nobody edits and deliveries come as they were sent', () => {
  const quiet = step.filter(({ kind }) => kind !== 'edit').map((one) => ({ ...one, after: one.after + 1, which: 0 }))
  fc.assert(
    fc.property(fc.array(quiet, { minLength: 1, maxLength: 12 }), (steps) => {
      const shop = aShopThatTells()
      for (const { kind, after, arrive } of steps) {
        shop.happen(kind, after)
        shop.arrive(arrive, 0)
      }
      shop.arrive(Infinity, 0)
      expect(shop.asked()).toBe(0)
      expect(shop.held()).toEqual(shop.real())
    }),
  )
})

/** A product whose metafields are of some edition, what is under way of it, and what is held by whoever listens. */
function aShopThatTells() {
  let real = { second: 10, stock: 100, edition: 0 }
  let now = { held: holding(10, 100), edition: 0 }
  let asked = 0
  const echoes = new Map<number, Echo>()
  const underWay: ReportedProduct[] = []
  return {
    happen(kind: string, after: number) {
      const { second, stock, edition } = real
      real = { second: second + after, stock: kind === 'sale' ? stock - 1 : stock, edition: kind === 'edit' ? edition + 1 : edition }
      const expected = echo(real.second, 2 + (echoes.get(real.second * SECOND)?.updates ?? 0))
      if (kind === 'writing') echoes.set(expected.at, expected)
      for (let times = kind === 'writing' ? 2 : 1; times > 0; times -= 1) underWay.push(told(real.second, real.stock))
    },
    arrive(count: number, which: number) {
      const arrived: typeof underWay = []
      while (arrived.length < count && underWay.length > 0) arrived.push(...underWay.splice(which % underWay.length, 1))
      const verdict = judgeNews(heard(...arrived), new Map([[id, now.held]]), [...echoes.values()])
      for (const one of verdict.heard) echoes.set(one.at, one)
      now = { ...now, held: { ...now.held, ...verdict.stock.get(id) } }
      if (verdict.ask.length === 0) return
      asked += 1
      now = { held: holding(real.second, real.stock), edition: real.edition }
    },
    asked: () => asked,
    real: () => ({ stock: real.stock, edition: real.edition }),
    held: () => ({ stock: now.held.stock[0], edition: now.edition }),
  }
}
