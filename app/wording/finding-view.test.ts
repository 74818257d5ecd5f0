import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import type { Finding } from '#app/rules/lint/finding.ts'
import { lintShop } from '#app/rules/lint/lint-shop.ts'
import { lintedShop } from '#app/rules/lint/linted-shop.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import english from '#app/wording/locales/en.json'
import { anyCleanShop } from '../../test/a/clean-shop.ts'
import { FAULTS } from '../../test/a/planted-faults.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { anySet } from '../../test/a/rule-set.ts'
import { aCatalog, anyCatalog } from '../../test/a/shop.ts'
import { viewFinding } from './finding-view.ts'
import { wordsFor } from './words.ts'

const words = wordsFor(english, 'en', 'EUR')

function viewsOf(set: RuleSet, catalog: Catalog) {
  const shop = lintedShop(set, catalog, resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set))
  return lintShop(shop).map((finding) => viewFinding(finding, shop.rules, catalog, words))
}

it('has words for whatever is found in any shop, and for every mend', () => {
  fc.assert(
    fc.property(anyCatalog, anySet, (catalog, set) => {
      for (const { what, part, why, mend, products } of viewsOf(set, catalog)) {
        expect(`${what} ${part} ${why}`).not.toMatch(/[{}]|undefined/)
        expect(products.length).toBeLessThanOrEqual(5)
        if (mend) expect(words.say(`lint.mend.${mend.by}`)).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})

it('says which rule, and offers the edit that mends it', () => {
  const [clean] = fc.sample(anyCleanShop, { numRuns: 1, seed: 1 })
  const { shop } = FAULTS['duplicate']!(clean!)
  const [view] = viewsOf(shop.set, aCatalog(...shop.products))
  const planted = shop.set.rules.find(({ id }) => id === 'planted')
  expect(view).toMatchObject({
    what: 'It says the same as “Sleeves for laptops”',
    rule: { id: 'planted', name: 'Once more' },
    mend: { by: 'delete', edits: [{ id: 'planted', was: planted, is: null }] },
  })
})

it('counts what it does not name', () => {
  const [clean] = fc.sample(anyCleanShop, { numRuns: 1, seed: 2 })
  const { shop, expected } = FAULTS['no-fallback']!(clean!)
  const [view] = viewsOf(shop.set, aCatalog(...shop.products))
  expect(view!.rule).toBe(null)
  expect(view!.products.length + view!.more).toBe(expected.count)
})

it('says which part of the rule is meant', () => {
  const [clean] = fc.sample(anyCleanShop, { numRuns: 1, seed: 3 })
  const parts = ['dead-trigger', 'dead-offer', 'join-without-data'].map((kind) => {
    const { shop } = FAULTS[kind]!(clean!)
    return viewsOf(shop.set, aCatalog(...shop.products))[0]!.part
  })
  expect(parts).toEqual([
    'It asks for a product of type Lampp.',
    'It offers products of type Bullb.',
    'The match: whose specs.size is the specs.size of the product.',
  ])
})

describe('a finding, whole', () => {
  const [one, other] = [aRule({ id: 'one', name: 'Cells' }), aRule({ id: 'two', name: 'Lamps', when: ofType('Toy') })]
  const catalog = aCatalog(
    aProduct(1, { title: 'Robot', price: 1_990, pictureUrl: 'https://shop.example/robot.png' }),
    aProduct(2, { variants: [] }),
  )
  const found: Finding = {
    ...{ kind: 'shadowed', as: 'crowded', severity: 'hint', about: 'pages', rule: other.id, beside: one.id },
    ...{ products: [1, 2] as ProductId[], count: 1_204, of: 2_000 },
  }
  const view = (part: Partial<Finding> = {}) => viewFinding({ ...found, ...part }, [one, other], catalog, words)

  it('says of which rule beside which, in the words of its case, with what it counts', () => {
    expect(view()).toEqual({
      kind: 'shadowed',
      severity: 'hint',
      about: 'pages',
      what: words.say('lint.shadowed.crowded.what', { beside: 'Cells' }),
      part: null,
      why: words.say('lint.shadowed.crowded.why', { count: '1,204' }),
      rule: { id: 'two', name: 'Lamps' },
      beside: { id: 'one', name: 'Cells' },
      products: [
        { id: 1, title: 'Robot', pictureUrl: 'https://shop.example/robot.png', price: 1_990 },
        { id: 2, title: 'Product 2', pictureUrl: null, price: null },
      ],
      more: 1_202,
      mend: null,
    })
  })

  it('is of no rule where that is gone: then nothing is offered to mend, and no part is meant', () => {
    const mend = { by: 'draft', is: null } as const
    expect(view({ rule: 'gone' as RuleId, mend, path: 'when' })).toMatchObject({ rule: null, part: null, mend: null })
    expect(view({ mend, path: 'when' })).toMatchObject({
      part: 'It asks for a product of type Toy.',
      mend: { edits: [{ id: 'two', was: other, is: null }] },
    })
  })

  it('names what it is about, in quotes', () => {
    const names = ['specs.size', 'specs.cells']
    const key = 'lint.join-without-data.offered'
    const said = words.say(`${key}.what`, { name: '“specs.size” or “specs.cells”', count: '1,204', of: '2,000' })
    expect(viewFinding({ ...found, kind: 'join-without-data', as: 'offered', names }, [one, other], catalog, words).what).toBe(said)
  })
})
