import { describe, expect, it } from 'vitest'
import { makeSpace } from '#app/models/candidates/basket-space.ts'
import { findLookAlikes } from '#app/models/candidates/look-alikes.ts'
import type { Ranker } from '#app/models/ranker/ranker.ts'
import { rank } from '#app/models/sessions/train-models.ts'
import { aLog } from '../../../test/a/log.ts'
import { luckOf } from '../../../test/a/luck.ts'
import { buildKnowledge } from '../knowledge.ts'
import { LISTED_EACH, listNext, type NextSources } from './list-next.ts'
import { estimateRepurchases } from './repurchases.ts'

const PRODUCTS = 80
const CUSTOMERS = 30
const COFFEE = 0

/** Thirty customers come again and again: each has coffee every ten days, and something that they have not bought yet. */
function aKnownShop(ranker: Ranker): NextSources {
  const luck = luckOf('customers')
  const baskets = Array.from({ length: 300 }, (_, at) => [
    ...new Set([COFFEE, 1 + luck.below(PRODUCTS - 1), 1 + (((at % CUSTOMERS) * 7 + luck.below(9)) % (PRODUCTS - 1))]),
  ])
  const log = {
    ...aLog(baskets, { products: PRODUCTS, days: 10 / CUSTOMERS }),
    customers: Int32Array.from(baskets, (_, at) => at % CUSTOMERS),
    customerCount: CUSTOMERS,
  }
  const texts = Array.from({ length: PRODUCTS }, (_, at) => `product ${at % 9}`)
  const known = buildKnowledge(log, { prices: new Float32Array(PRODUCTS).fill(9), looks: findLookAlikes(texts, 20) })
  return { known, space: makeSpace(known), ranker, repurchases: estimateRepurchases(log, known.histories.trails) }
}

const rankers: Ranker[] = [
  { kind: 'single', by: 'base' },
  { kind: 'single', by: 'alike' },
  { kind: 'single', by: 'oftenByBasket' },
]

describe('what comes next for a customer', () => {
  it.each(rankers)('stands in the order that is graded: %o', (ranker) => {
    const shop = aKnownShop(ranker)
    const { log } = shop.known.histories
    const rankers = new Map([['home-known', { ranker, tried: [], trainedOn: 0 }]])
    for (let customer = 0; customer < CUSTOMERS; customer++) {
      const list = listNext(shop, customer, log.now).map(({ item }) => item)
      rank({ knowledge: shop.known, rankers }, shop.space, 'home', { given: [], unsold: false, customer, at: log.now })
      const graded = [...shop.space.ranked.items.subarray(0, shop.space.ranked.size)]
      expect(list.slice(0, LISTED_EACH)).toEqual(graded.slice(0, LISTED_EACH))
      const places = list.map((item) => graded.indexOf(item)).filter((place) => place >= 0)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(new Set(list).size).toBe(list.length)
    }
  })

  it('says of each product whether it was bought, and is bought again, as the orders have it', () => {
    const shop = aKnownShop(rankers[0]!)
    const { log, trails } = shop.known.histories
    for (let customer = 0; customer < CUSTOMERS; customer++) {
      const baskets = [...trails.baskets.subarray(trails.from[customer]!, trails.from[customer + 1]!)]
      const bought = new Set(baskets.flatMap((basket) => [...log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!)]))
      const list = listNext(shop, customer, log.now)
      for (const { item, kind } of list) expect(kind === 'next').toBe(!bought.has(item))
      expect(list.filter(({ kind }) => kind === 'next').length).toBeLessThanOrEqual(LISTED_EACH)
      const coffee = list.find(({ item }) => item === COFFEE)
      expect(coffee?.kind).toBe('again')
      expect(coffee!.day).toBeCloseTo(log.at[baskets.at(-1)!]! + 10 / 4)
    }
  })

  it('is the customer’s own past alone where nothing was learnt', () => {
    const shop = aKnownShop({ kind: 'nothing' })
    const kinds = listNext(shop, 3, shop.known.histories.log.now).map(({ kind }) => kind)
    expect(kinds).toContain('again')
    expect(kinds).not.toContain('next')
  })
})
