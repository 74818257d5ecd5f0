import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luckOf } from '../../../test/a/luck.ts'
import { aProduct } from '../../../test/a/product.ts'
import { anySet, aSet, aSetOf } from '../../../test/a/rule-set.ts'
import { anyCatalog, aCatalog } from '../../../test/a/shop.ts'
import { asInFile, spoil } from '../../../test/a/spoil.ts'
import { indexCatalog, type Catalog } from '#app/catalog/catalog.ts'
import type { CollectionId, ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Condition } from '../conditions/condition.ts'
import { EMPTY_SET, readRuleSet, type RuleSet } from '../rule-set.ts'
import { originIn } from './origin.ts'
import { readDocument } from './read-document.ts'
import { writeDocument } from './write-document.ts'

/** A shop with everything that random rules name, whose ids begin after `first`. */
const wholeShop = (first = 0): Catalog =>
  aCatalog(
    ...Array.from({ length: 30 }, (_, at) => ({ ...aProduct(first + at + 1, { collections: [first + (at % 4) + 1] }), handle: `p-${at}` })),
  )
const titled = (catalog: Catalog, first: number): Catalog =>
  indexCatalog(
    catalog.products,
    [...catalog.collections.keys()].map((id) => ({ id, title: `Shelf ${id - first}` })),
    catalog.clock,
  )
const shop = titled(wholeShop(), 0)
const product = (...ids: number[]): Condition => ({ kind: 'product', ids: ids as ProductId[] })
const collection = (...ids: number[]): Condition => ({ kind: 'collection', ids: ids as CollectionId[] })

/** Random sets as they are stored and read: their keys in one order. */
const storedSet = anySet.map((set) => {
  const read = readRuleSet(set)
  return read.kind === 'set' ? read.set : set
})

const setOf = (document: unknown, catalog: Catalog, standing: RuleSet = EMPTY_SET): RuleSet => {
  const read = readDocument(document, catalog, standing)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults))
  return read.set
}
const faultsOf = (document: unknown, catalog: Catalog = shop) => {
  const read = readDocument(document, catalog, EMPTY_SET)
  return read.kind === 'refused' ? read.faults.map(({ path, message }) => `${path}: ${message}`) : []
}
const reordered = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? value
    : Array.isArray(value)
      ? value.map(reordered)
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, part]) => [key, reordered(part)]),
        )

describe('a document', () => {
  it('says the set that it was written from, also of what is gone, whatever the order of its keys and rules', () => {
    fc.assert(
      fc.property(storedSet, anyCatalog, (set, catalog) => {
        const document = writeDocument(set, catalog) as { readonly rules: readonly unknown[] }
        expect(setOf(document, catalog, set)).toEqual(set)
        expect(setOf(reordered({ ...document, rules: document.rules.toReversed() }), catalog, set)).toEqual(set)
        expect(JSON.stringify(writeDocument(setOf(document, catalog, set), catalog))).toBe(JSON.stringify(document))
      }),
    )
  })

  it('is the same in a shop with the same handles and titles under other numbers, and means there what it means here', () => {
    const other = titled(wholeShop(1000), 1000)
    fc.assert(
      fc.property(storedSet, (set) => {
        const document = writeDocument(set, shop)
        expect(writeDocument(setOf(document, other), other)).toEqual(document)
      }),
    )
    const there = setOf(writeDocument(aSetOf({ id: 'a', when: product(7), where: collection(3) }), shop), other)
    expect(there.rules[0]).toMatchObject({ when: product(1007), offer: { where: collection(1003) } })
  })

  it('may say where it comes from, which changes nothing of what it says', () => {
    fc.assert(
      fc.property(storedSet, (set) => {
        const from = 'toys.myshopify.com@0123456789ab'
        const document = writeDocument(set, shop, from)
        expect(['toys', 'other'].map((name) => originIn(document, `${name}.myshopify.com` as ShopId))).toEqual([from, undefined])
        expect(setOf(document, shop)).toEqual(set)
      }),
    )
  })

  it('names things by number where a name would not be clear', () => {
    const twins = indexCatalog(
      [],
      [7, 8].map((id) => ({ id: id as CollectionId, title: 'Twins' })),
      shop.clock,
    )
    const set = aSet({ exclusion: { kind: 'any', of: [collection(7), product(99)] } })
    expect(writeDocument(set, twins)).toMatchObject({
      exclusion: {
        of: [
          { kind: 'collection', collections: [7] },
          { kind: 'product', products: [99] },
        ],
      },
    })
  })
})

describe('a document is refused with path and reason', () => {
  const written = (when: unknown) => ({ ...writeDocument(aSetOf({ id: 'a' }), shop), exclusion: when })

  it.each([
    [{ kind: 'product', products: ['nowhere'] }, 'exclusion.products.0: The shop has no product with the handle “nowhere”'],
    [{ kind: 'not', of: { kind: 'product', products: [7000001] } }, 'exclusion.of.products.0: Nothing of this shop has the number 7000001'],
    [{ kind: 'collection', collections: ['Shelf 1', 'Shelf 9'] }, 'exclusion.collections.1: The shop has no collection called “Shelf 9”'],
    [{ kind: 'product', ids: [1] }, 'exclusion.ids: A document names them under “products”'],
    [{ kind: 'product', products: [] }, 'exclusion.products: fault.choose-one'],
    [{ kind: 'product', products: [null] }, 'exclusion.products.0: Invalid input'],
    [{ kind: 'product' }, 'exclusion.products: Invalid input'],
    [{ kind: 'all', of: [{ kind: 'weather' }] }, 'exclusion.of.0.kind: Invalid discriminator value'],
    [JSON.parse('{"kind": "signed-in", "__proto__": {"kind": "all"}}'), 'exclusion.kind: Invalid discriminator value'],
    [JSON.parse('{"kind": "all", "of": [], "__proto__": []}'), 'exclusion: Unrecognized key: "__proto__"'],
  ])('where %j is never offered', (exclusion, fault) => {
    expect(faultsOf(written(exclusion))[0]).toContain(fault)
  })

  it('where it is no document, of another form, or holds a rule twice', () => {
    const document = writeDocument(aSetOf({ id: 'a' }), shop) as { readonly rules: readonly unknown[] }
    for (const none of [null, [], 'rules', 7, {}]) expect(faultsOf(none)[0]).toContain('no document of rules')
    expect(faultsOf({ ...document, tandem: 2 })[0]).toContain('tandem: This form')
    expect(faultsOf({ ...document, rules: [...document.rules, ...document.rules] })[0]).toContain('rules.1.id: Another rule')
    expect(faultsOf({ ...document, surprise: 1 })[0]).toContain('surprise')
    for (const from of ['', 7, null, 'toys.myshopify.com', 'toys.example.com@0123456789ab'])
      expect(faultsOf({ ...document, from })[0]).toContain('from: This is not where')
  })

  it('or else is taken whole: 10,000 spoilt ones', () => {
    const luck = luckOf('spoilt documents')
    const good = fc.sample(storedSet, { numRuns: 200, seed: 9 }).map((set) => writeDocument(set, shop))
    const outcomes = { set: 0, refused: 0 }
    for (let at = 0; at < 10_000; at += 1) {
      const read = readDocument(asInFile(spoil(structuredClone(good[at % good.length]), luck)), shop, EMPTY_SET)
      outcomes[read.kind] += 1
      if (read.kind === 'set') expect(setOf(writeDocument(read.set, shop), shop)).toEqual(read.set)
      else if (read.faults.length === 0 || read.faults.some(({ message }) => message === '')) expect.fail('Refused without a reason')
    }
    expect(outcomes.set).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(5_000)
  })
})
