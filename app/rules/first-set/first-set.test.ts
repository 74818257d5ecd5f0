import { describe, expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { readRule } from '../read-rule.ts'
import { firstDraft, firstSet } from './first-set.ts'
import pairs from './pairs.json' with { type: 'json' }

const HIKING = 'Sporting Goods > Outdoor Recreation > Camping & Hiking'
const DOGS = 'Animals & Pet Supplies > Pet Supplies > Dog Supplies'
const shopOf = (...categories: string[]) => aCatalog(...categories.map((category, at) => aProduct(at + 1, { category })))
const said = (...categories: string[]) => firstSet(shopOf(...categories), []).map(({ key }) => key)

describe('a first set of rules, without orders', () => {
  it('is made of pairs of which the shop has both', () => {
    expect(said(`${DOGS} > Dog Food > Non-Prescription Dog Food`, `${DOGS} > Dog Treats`)).toEqual([
      `${DOGS} > Dog Food → ${DOGS} > Dog Treats`,
    ])
    expect(said(`${DOGS} > Dog Food`)).toEqual([])
    expect(said()).toEqual([])
  })

  it('puts accessories beside what they are named for', () => {
    expect(said(`${HIKING} > Hiking Poles`, `${HIKING} > Hiking Pole Accessories > Hiking Pole Tips`)).toEqual([
      `${HIKING} > Hiking Poles → ${HIKING} > Hiking Pole Accessories`,
    ])
    expect(said(`${HIKING} > Compression Sacks`, `${HIKING} > Hiking Pole Accessories`)).toEqual([])
  })

  it('says nothing that a rule says already', () => {
    const catalog = shopOf(`${DOGS} > Dog Food`, `${DOGS} > Dog Treats`)
    const [first] = firstSet(catalog, [])
    const draft = firstDraft(first!, 'first' as RuleId, 'Dog Treats with Dog Food')
    expect(readRule(draft)).toMatchObject({ kind: 'rule', rule: { state: 'draft' } })
    expect(firstSet(catalog, [draft])).toEqual([])
  })

  it('offers nothing beside itself, and names each pair once', () => {
    expect(new Set(pairs.map(({ beside, offered }) => `${beside}/${offered}`)).size).toBe(pairs.length)
    for (const { beside, offered } of pairs)
      expect(offered.startsWith(`${beside} > `) || beside === offered, `${beside} → ${offered}`).toBe(false)
  })
})
