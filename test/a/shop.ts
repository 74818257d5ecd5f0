import fc from 'fast-check'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { indexCatalog, type Catalog } from '#app/catalog/catalog.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { JOIN_KINDS, type Join } from '#app/rules/joins/join.ts'
import { SORTS, type Rule } from '#app/rules/rule.ts'
import { aProduct } from './product.ts'
import { aRule } from './rule.ts'

/** A catalogue of the given products, with a collection for every id that they mention. */
export function aCatalog(...products: Product[]): Catalog {
  const ids = [...new Set(products.flatMap((product) => product.collections))]
  return indexCatalog(
    products,
    ids.map((id) => ({ id, title: `Collection ${id}` })),
  )
}

const ids = <Id extends number>(max: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 4 }) as fc.Arbitrary<Id[]>
const few = (names: readonly string[]) => fc.constantFrom(...names)
const TYPES = ['Laptop', 'Sleeve', 'Toy', 'Battery']
const TAGS = ['aa', 'new', 'sale']
const VENDORS = ['Acme', 'Bolt']

const anyProduct = fc
  .record({
    id: fc.integer({ min: 1, max: 30 }),
    type: few(TYPES),
    vendor: few(VENDORS),
    tags: fc.uniqueArray(few(TAGS)),
    collections: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
    price: fc.integer({ min: 0, max: 5000 }),
    available: fc.boolean(),
    published: fc.boolean(),
    isGiftCard: fc.constantFrom(false, false, false, true),
    status: fc.constantFrom('active' as const, 'active' as const, 'draft' as const),
  })
  .map(({ id, ...part }) => aProduct(id, part))

/** Random catalogues with everything in them that must not be offered. */
export const anyCatalog = fc.uniqueArray(anyProduct, { selector: ({ id }) => id, maxLength: 25 }).map((products) => aCatalog(...products))

/** Random conditions of every kind, nested. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({ kind: fc.constant('type' as const), names: fc.uniqueArray(few(TYPES), { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant('tag' as const), names: fc.uniqueArray(few(TAGS), { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant('vendor' as const), names: fc.uniqueArray(few(VENDORS), { minLength: 1, maxLength: 2 }) }),
    fc.record({
      kind: fc.constant('product' as const),
      ids: ids<ProductId>(30),
    }),
    fc.record({
      kind: fc.constant('collection' as const),
      ids: ids<CollectionId>(4),
    }),
    fc.record({
      kind: fc.constant('price' as const),
      atLeast: fc.integer({ min: 0, max: 2500 }) as fc.Arbitrary<Minor>,
      atMost: fc.integer({ min: 2500, max: 5000 }) as fc.Arbitrary<Minor>,
    }),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
  ),
})).condition

const anyRule = fc
  .record({
    state: fc.constantFrom('active' as const, 'active' as const, 'draft' as const),
    priority: fc.integer({ min: 1, max: 3 }),
    when: anyCondition,
    where: anyCondition,
    joins: fc.uniqueArray(fc.constantFrom(...(Object.keys(JOIN_KINDS) as Join[])), { maxLength: 2 }),
    except: fc.option(anyCondition),
    sort: fc.constantFrom(...SORTS),
    most: fc.integer({ min: 1, max: 12 }),
  })
  .map((part) => aRule(part))

/** Random rules, each with an id of its own. */
export const anyRules: fc.Arbitrary<Rule[]> = fc
  .array(anyRule, { maxLength: 5 })
  .map((rules) => rules.map((rule, index) => ({ ...rule, id: `rule-${index}` as Rule['id'] })))
