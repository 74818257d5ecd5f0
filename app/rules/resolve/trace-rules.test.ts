import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS, type Bounds } from '#app/rules/bounds.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { Rule } from '#app/rules/rule.ts'
import { anyBounds, anyMoment, anyRules, anyWhen } from '../../../test/a/any-rule.ts'
import { naively } from '../../../test/a/naive-rules.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aRule, everything, ofType } from '../../../test/a/rule.ts'
import { aCatalog, anyBusyCatalog, anyCatalog } from '../../../test/a/shop.ts'
import { firstFailing } from './first-failing.ts'
import type { Moment } from './moment.ts'
import { resolveRules } from './resolve.ts'
import { traceRules, type LeftOut } from './trace-rules.ts'

const evidence = { sales: new Map(), companions: noCompanions }
const nobody: Moment = {
  cart: { lines: [], subtotal: null },
  customer: null,
  market: null,
  language: 'en',
  date: '2026-11-21',
  weekday: 6,
}

describe('traceRules, on random shops, rules and moments', () => {
  it('says of each rule just what the resolver lets it offer', () => {
    fc.assert(
      fc.property(anyBusyCatalog, anyRules, anyBounds, anyMoment, (catalog, rules, bounds, moment) => {
        const resolver = resolveRules(rules, catalog, evidence, bounds)
        for (const index of catalog.products.keys()) {
          const open = resolver
            .offersFor(index, 'product-page')
            .filter(({ guard }) => guard === true || (guard !== false && holdsNow(guard, moment)))
          const first = open.filter((offer, at) => open.findIndex((one) => one.index === offer.index) === at)
          const traced = traceRules(rules, catalog, resolver, index, 'product-page', moment).flatMap(({ rule, outcome }) =>
            outcome.kind === 'applies' ? outcome.offered.map((one) => ({ rule, index: one.index })) : [],
          )
          const told = traced.filter((offer, at) => traced.findIndex((one) => one.index === offer.index) === at)
          expect(told).toEqual(first.map(({ rule, index: offered }) => ({ rule, index: offered })))
        }
      }),
    )
  })
})

describe('firstFailing', () => {
  it('is a part that does not hold, just where the whole does not', () => {
    fc.assert(
      fc.property(anyCatalog, anyWhen, anyMoment, (catalog, when, moment) => {
        for (const product of catalog.products) {
          const failing = firstFailing(when, product, catalog.clock, moment)
          expect(failing === undefined).toBe(naively(when, product, moment))
          if (!failing) continue
          expect(naively(failing, product, moment)).toBe(false)
          expect(JSON.stringify(when)).toContain(JSON.stringify(failing))
        }
      }),
    )
  })

  it('is the first of all that must hold, and no single one of several that may', () => {
    const [toy, isSignedIn] = [ofType('Toy'), { kind: 'signed-in' as const }]
    const laptop = aProduct(1, { type: 'Laptop' })
    const { clock } = aCatalog(laptop)
    const failing = (when: Rule['when']) => firstFailing(when, laptop, clock, nobody)
    expect(failing({ kind: 'all', of: [ofType('Laptop'), isSignedIn, toy] })).toEqual(isSignedIn)
    expect(failing({ kind: 'any', of: [toy, isSignedIn] })).toEqual({ kind: 'any', of: [toy, isSignedIn] })
    expect(failing({ kind: 'all', of: [{ kind: 'any', of: [toy] }] })).toEqual(toy)
  })
})

describe('traceRules', () => {
  const at = (id: number) => ({ kind: 'product' as const, ids: [id as ProductId] })
  const toy = aProduct(1, { type: 'Toy', metafields: { 'specs.cell': 'AA', 'specs.needs': 3 } })
  const pack = (id: number, holds: number, part = {}) =>
    aProduct(id, { type: 'Battery', metafields: { 'specs.cell': 'AA', 'specs.pack': holds }, ...part })
  const shop = aCatalog(
    toy,
    pack(2, 4),
    pack(3, 8),
    pack(4, 4, { available: false }),
    pack(5, 4),
    pack(6, 4),
    pack(7, 4),
    aProduct(8, { type: 'Battery', metafields: { 'specs.cell': 'AA' } }),
    aProduct(9, { type: 'Battery' }),
  )
  const batteries = aRule({
    when: ofType('Toy'),
    where: { kind: 'any', of: [ofType('Battery'), ofType('Toy')] },
    joins: [{ kind: 'metafield', offered: 'specs.cell', trigger: 'specs.cell' }],
    except: at(6),
    need: { takes: 'specs.needs', holds: 'specs.pack' },
  })
  const trace = (rules: Rule[], bounds: Partial<Bounds> = {}, product = 1) => {
    const index = shop.indexOf(product as ProductId)!
    return traceRules(rules, shop, resolveRules(rules, shop, evidence, { ...NO_BOUNDS, ...bounds }), index, 'product-page', nobody)
  }
  const leftOut = (bounds: Partial<Bounds>, rule = batteries) => {
    const [one] = trace([rule], bounds)
    if (one?.outcome.kind !== 'applies') throw new Error('It applies')
    const ids = (indexes: readonly number[]) => indexes.map((index) => shop.products[index]!.id)
    return Object.fromEntries([...one.outcome.leftOut].map(([why, indexes]: [LeftOut, readonly number[]]) => [why, ids(indexes)]))
  }

  it('tells for what reason each product is left out', () => {
    expect(leftOut({ exclusion: at(5), neverTogether: [{ one: at(7), other: ofType('Toy') }] })).toEqual({
      itself: [1],
      'another-pack': [3],
      'sold-out': [4],
      excluded: [5],
      except: [6],
      'never-together': [7],
      'no-pack-size': [8],
    })
    const one = aRule({ when: ofType('Toy'), where: ofType('Battery'), most: 1 })
    expect(leftOut({}, one)).toEqual({ 'sold-out': [4], 'over-most': [3, 5, 6, 7, 8, 9] })
  })

  it('tells why a rule does nothing', () => {
    const rules = [
      aRule({ id: 'a', state: 'draft', priority: 1 }),
      aRule({ id: 'b', when: ofType('Laptop'), priority: 2 }),
      aRule({ id: 'c', stop: true, priority: 3 }),
      aRule({ id: 'd', priority: 4 }),
      aRule({ id: 'e', fallback: true, priority: 1 }),
    ]
    const outcomes = (of: Rule[], product?: number) => trace(of, {}, product).map(({ rule, outcome }) => [rule.id, outcome.kind])
    expect(outcomes(rules)).toEqual([
      ['a', 'draft'],
      ['b', 'does-not-apply'],
      ['c', 'applies'],
      ['d', 'stopped'],
      ['e', 'stopped'],
    ])
    expect(outcomes([rules[3]!, rules[4]!]).at(-1)).toEqual(['e', 'not-needed'])
    expect(outcomes([{ ...batteries, when: everything }], 9)).toEqual([['rule', 'not-tied']])
  })
})
