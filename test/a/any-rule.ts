import fc from 'fast-check'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Bounds } from '#app/rules/bounds.ts'
import type { CartFact } from '#app/rules/conditions/cart-fact.ts'
import type { Condition, When } from '#app/rules/conditions/condition.ts'
import type { Fact, MomentFact, ProductFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import type { FreeDelivery } from '#app/rules/free-delivery.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { SORTS, type Rule } from '#app/rules/rule.ts'
import { anyDiscount } from './any-cart.ts'
import { aRule } from './rule.ts'
import { anyCatalog, CATEGORIES, CELLS, SIZES, TAGS, TYPES } from './shop.ts'

const few = <Name>(...names: Name[]) => fc.constantFrom(...names)
const some = <Name>(names: readonly Name[], most = 2) => fc.uniqueArray(few(...names), { minLength: 1, maxLength: most })
const named = <Kind extends string>(kind: Kind, names: readonly string[]) => fc.record({ kind: few(kind), names: some(names) })
const ids = <Id extends number>(max: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength: 4 }) as unknown as fc.Arbitrary<Id[]>
const end = (max: number) => fc.option(fc.integer({ min: 0, max }))
const range = (max: number) =>
  fc
    .tuple(end(max), end(max))
    .filter(([low, high]) => low !== null || high !== null)
    .map(([low, high]) => (low !== null && high !== null && low > high ? { atLeast: high, atMost: low } : { atLeast: low, atMost: high }))
const dates = fc
  .tuple(few('2026-10-01', '2026-11-01', null), few('2026-11-10', '2026-11-21', null))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => ({ from, to }))
const together = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) =>
  fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }))

const anyCartFact = fc.oneof(
  named('type', [...TYPES, 'LAPTOP', 'none']),
  named('tag', [...TAGS, 'NEW']),
  named('vendor', ['acme', 'Bolt']),
  fc.record({ kind: few('product' as const), ids: ids(30) }),
  fc.record({ kind: few('collection' as const), ids: ids(4) }),
) as fc.Arbitrary<CartFact>

const anyProductFact = fc.oneof(
  { weight: 5, arbitrary: anyCartFact },
  named('category', [...CATEGORIES, 'toys', 'Power']),
  together(fc.record({ kind: few('price' as const) }), range(5000)),
  together(fc.record({ kind: few('on-sale' as const) }), range(100)),
  fc.record({
    kind: few('metafield' as const),
    name: few('specs.cells', 'specs.needs', 'specs.indoor'),
    names: some([...CELLS, 'aa', '4', 'true'], 3),
  }),
  together(fc.record({ kind: few('metafield-number' as const), name: few('specs.needs', 'specs.pack', 'specs.cells') }), range(8)),
  fc.record({ kind: few('metafield-set' as const), name: few('specs.pack', 'specs.none') }),
  fc.record({ kind: few('option' as const), name: few('Size', 'colour'), names: some(SIZES) }),
  together(fc.record({ kind: few('stock' as const) }), range(15)),
  fc.record({ kind: few('new' as const), days: fc.integer({ min: 1, max: 60 }) }),
  together(fc.record({ kind: few('created' as const) }), dates),
) as fc.Arbitrary<ProductFact>

const treeOf = <Leaf>(leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<Tree<Leaf>> =>
  fc.letrec<{ tree: Tree<Leaf> }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      fc.record({ kind: few('all' as const, 'any' as const), of: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ kind: few('not' as const), of: tie('tree') }),
    ),
  })).tree

const anyMomentFact = fc.oneof(
  fc.record({ kind: few('cart-contains' as const), of: treeOf(anyCartFact) }),
  together(fc.record({ kind: few('cart-subtotal' as const) }), range(9000)),
  together(fc.record({ kind: few('cart-quantity' as const, 'cart-lines' as const) }), range(4)),
  fc.record({ kind: few('signed-in' as const, 'delivery-free' as const, 'delivery-not-free' as const) }),
  named('customer-tag', ['VIP', 'trade']),
  together(fc.record({ kind: few('customer-orders' as const) }), range(5)),
  named('market', ['eu', 'US']),
  named('language', ['de', 'EN']),
  fc.record({ kind: few('weekday' as const), weekdays: some([1, 2, 3, 4, 5, 6, 7], 4) }),
  together(fc.record({ kind: few('date' as const) }), dates),
) as fc.Arbitrary<MomentFact>

/** Random conditions on a product, of every kind, nested. */
export const anyCondition: fc.Arbitrary<Condition> = treeOf(anyProductFact)

const anyPair = fc.record({ one: anyCondition, other: anyCondition })

const amountsFrom = (cents: number) => ({ EUR: (cents / 100).toFixed(2), USD: ((cents + 500) / 100).toFixed(2) })

/** From what on delivery is free, everywhere and in some markets of random visits. */
export const anyFreeDelivery: fc.Arbitrary<readonly FreeDelivery[]> = fc
  .uniqueArray(fc.tuple(few(null, 'EU', 'us'), fc.integer({ min: 1, max: 9_000 })), {
    minLength: 1,
    maxLength: 3,
    selector: ([market]) => market,
  })
  .map((all) => all.map(([market, cents]) => ({ market, amounts: amountsFrom(cents) })))

/** Random bounds; half of them keep nothing apart. */
export const anyBounds: fc.Arbitrary<Bounds> = fc
  .record({
    exclusion: fc.option(anyCondition),
    neverTogether: fc.oneof(fc.constant([]), fc.array(anyPair, { minLength: 1, maxLength: 3 })),
    floor: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }),
    freeDelivery: fc.option(anyFreeDelivery, { nil: undefined }),
  })
  .map(({ floor, freeDelivery, ...bounds }) => ({
    ...bounds,
    ...(floor !== undefined && { floor }),
    ...(freeDelivery && { freeDelivery }),
  }))

/** Random conditions on a product and the moment. */
export const anyWhen: fc.Arbitrary<When> = treeOf<Fact>(
  fc.oneof({ weight: 2, arbitrary: anyProductFact as fc.Arbitrary<Fact> }, anyMomentFact),
)

/** Random conditions on the moment alone. */
export const anyGuard: fc.Arbitrary<Tree<MomentFact>> = treeOf(anyMomentFact)

/** Random visits, their carts full of products of random shops. */
export const anyMoment: fc.Arbitrary<Moment> = fc
  .record({
    cart: fc.record({
      lines: anyCatalog.chain(({ products }) =>
        products.length === 0
          ? fc.constant<{ product: Product; quantity: number }[]>([])
          : fc.array(fc.record({ product: few(...products), quantity: fc.integer({ min: 1, max: 3 }) }), { maxLength: 3 }),
      ),
      subtotal: fc.option(fc.integer({ min: 0, max: 9000 }) as fc.Arbitrary<Minor>),
    }),
    customer: fc.option(fc.record({ tags: fc.uniqueArray(few('vip', 'Trade', 'other')), orders: fc.integer({ min: 0, max: 6 }) })),
    market: fc.option(few('EU', 'us')),
    language: few('de', 'en', 'fr'),
    date: few('2026-09-30', '2026-11-01', '2026-11-15', '2026-11-21', '2026-12-24'),
  })
  .map((moment) => ({ ...moment, weekday: new Date(moment.date).getUTCDay() || 7 }))

const anyJoin = fc.oneof(
  fc.record({ kind: few('same-collection' as const, 'same-vendor' as const, 'same-type' as const) }),
  fc.record({ kind: few('same-tag' as const), prefix: few('', 'fits-', 'FITS') }),
  fc.record({ kind: few('metafield' as const), offered: few('specs.cells', 'specs.pack'), trigger: few('specs.cells', 'specs.needs') }),
  fc.record({ kind: few('same-option' as const), option: few('Size', 'colour') }),
  fc.record({ kind: few('fits' as const), trigger: few('specs.needs'), low: few('specs.low'), high: few('specs.high', 'specs.none') }),
  fc.record({ kind: few('price-share' as const), percent: fc.integer({ min: 1, max: 150 }) }),
) as fc.Arbitrary<Join>

const anyRule = fc
  .record({
    state: few('active' as const, 'active' as const, 'active' as const, 'draft' as const),
    priority: fc.integer({ min: 1, max: 3 }),
    when: anyWhen,
    where: anyCondition,
    joins: fc.array(anyJoin, { maxLength: 2 }),
    except: fc.option(anyCondition),
    sort: few(...SORTS),
    most: fc.integer({ min: 1, max: 12 }),
    nest: few(undefined, undefined, true as const),
    closesGap: few(undefined, undefined, true as const),
    instead: few<Rule['offer']['instead']>(undefined, undefined, undefined, undefined, true, 'subscription'),
    discount: fc.option(fc.tuple(anyDiscount, fc.boolean(), fc.boolean()), { freq: 1, nil: undefined }),
    need: fc.option(fc.record({ takes: few('specs.needs'), holds: few('specs.pack') })),
    stop: few(false, false, true),
    fallback: few(false, false, true),
  })
  .map(({ discount, ...part }) => {
    const { state, priority, when, where, except, instead, stop, fallback } = part
    if (instead === 'subscription') return aRule({ state, priority, when, where, except, instead, stop, fallback })
    const [given, order, shipping] = discount ?? []
    return aRule({ ...part, ...(given && { discount: { ...given, combines: { order: order!, shipping: shipping! } } }) })
  })

/** Random rules, each with an id of its own. */
export const anyRules: fc.Arbitrary<Rule[]> = fc
  .array(anyRule, { maxLength: 5 })
  .map((rules) => rules.map((rule, index) => ({ ...rule, id: `rule-${index}` as Rule['id'] })))
