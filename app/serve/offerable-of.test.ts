import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS } from '#app/commerce/placement.ts'
import { onlyDecided, type PlacementMix } from '#app/rules/mix.ts'
import { aProduct } from '../../test/a/product.ts'
import { ofType } from '../../test/a/rule.ts'
import { aSet } from '../../test/a/rule-set.ts'
import { aCatalogIn } from '../../test/a/shop.ts'
import { sourcesOf } from '../../test/a/slots.ts'
import { offerableOf } from './offerable-of.ts'
import { areApart, handleOf, isLacking, looksOf, mayBeOffered, mayChoose } from './offerable.ts'

const [TOY, LAMP, HIDDEN, GONE] = [1, 2, 3, 4] as ProductId[] as [ProductId, ProductId, ProductId, ProductId]
const catalog = aCatalogIn(
  [{ handle: 'US', name: 'United States', lacks: [LAMP, 99 as ProductId] }],
  [
    aProduct(LAMP, { type: 'Lamp' }),
    aProduct(TOY, { type: 'Toy' }),
    aProduct(HIDDEN, { type: 'Toy', metafields: { 'seo.hidden': 1 } }),
    aProduct(GONE, { available: false }),
  ],
)
const filtered = { slots: PLACEMENTS.home.slots, adjust: [{ kind: 'filter', where: ofType('Lamp') }] } as unknown as PlacementMix
const set = aSet({ neverTogether: [{ one: ofType('Toy'), other: ofType('Lamp') }], placements: onlyDecided({ home: filtered }) })
const offerable = offerableOf(set, sourcesOf(set, catalog))

describe('what the door knows of a shop', () => {
  it('is what may be offered, by rules alone what the merchant keeps from being found', () => {
    expect([TOY, LAMP, HIDDEN, GONE].map((id) => mayBeOffered(offerable, id))).toEqual([true, true, true, false])
    expect([TOY, LAMP, HIDDEN, GONE].map((id) => mayChoose(offerable, 'product-page', id))).toEqual([true, true, false, false])
  })
  it('is under which handle each is found', () => {
    expect([TOY, LAMP, HIDDEN, GONE].map((id) => handleOf(offerable, id))).toEqual(['product-1', 'product-2', 'product-3', undefined])
  })
  it('is what is said to be true of each, where anything is', () => {
    expect(looksOf(offerable, TOY)).toEqual([])
    const said = offerableOf(set, sourcesOf(set, catalog), ({ type }) => [`use:${type}`, 'make:maker, inc.'])
    expect([TOY, LAMP, HIDDEN, GONE].map((id) => looksOf(said, id)[0])).toEqual(['use:Toy', 'use:Lamp', 'use:Toy', undefined])
    expect(looksOf(said, TOY)[1]).toBe('make:maker, inc.')
  })
  it('is what a placement is left with, what never stands together, and what a market lacks', () => {
    expect([TOY, LAMP].map((id) => mayChoose(offerable, 'home', id))).toEqual([false, true])
    expect([areApart(offerable, TOY, LAMP), areApart(offerable, LAMP, HIDDEN), areApart(offerable, TOY, HIDDEN)]).toEqual([
      true,
      true,
      false,
    ])
    expect([isLacking(offerable, 'us', LAMP), isLacking(offerable, 'us', TOY), isLacking(offerable, 'eu', LAMP)]).toEqual([
      true,
      false,
      false,
    ])
    expect(offerable.timezone).toBe('Europe/Vienna')
    expect(offerable.mixes.home).toEqual(filtered.slots)
  })
})
