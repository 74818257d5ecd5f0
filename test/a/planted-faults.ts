import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { CleanShop } from './clean-shop.ts'
import { aProduct, aVariant } from './product.ts'
import { aRule, ofType, type RulePart } from './rule.ts'

/** What a fault must be found as: the rule, and of how many products it tells. */
export interface Expected {
  readonly rule: string | null
  readonly count: number
}

type Plant = (shop: CleanShop) => { readonly shop: CleanShop; readonly expected: Expected }

const withProducts = (shop: CleanShop, ...more: Product[]): CleanShop => ({ ...shop, products: [...shop.products, ...more] })
const withSet = (shop: CleanShop, part: Partial<RuleSet>): CleanShop => ({ ...shop, set: { ...shop.set, ...part } })
const withRules = (shop: CleanShop, ...more: Rule[]): CleanShop => withSet(shop, { rules: [...shop.set.rules, ...more] })
const locked = (shop: CleanShop): CleanShop => withSet(shop, { placements: {} })
const pages = ({ products }: CleanShop, type: string) => products.filter((one) => one.type === type && one.published).length

/** Two lamps and two bulbs beside what the shop has. */
const LAMPS = [aProduct(2_001, { type: 'Lamp', price: 5_000 }), aProduct(2_002, { type: 'Lamp', price: 5_000 })]
const BULBS = [aProduct(2_011, { type: 'Bulb', price: 900 }), aProduct(2_012, { type: 'Bulb', price: 900 })]
const bulbsForLamps = (part: RulePart = {}) => aRule({ id: 'planted', when: ofType('Lamp'), where: ofType('Bulb'), priority: 50, ...part })
const withLamps = (shop: CleanShop, ...rules: Rule[]) => withRules(withProducts(shop, ...LAMPS, ...BULBS), ...rules)
const tenth = { kind: 'percent', off: 1_000, combines: { order: false, shipping: false } } as const
const planted = (shop: CleanShop, count: number, rule: string | null = 'planted') => ({ shop, expected: { rule, count } })

/** One fault of each kind, planted in a clean shop. */
export const FAULTS: Readonly<Record<string, Plant>> = {
  'dead-trigger': (shop) => planted(withLamps(shop, bulbsForLamps({ when: ofType('Lampp') })), 0),
  'unreachable-date': (shop) =>
    planted(
      withLamps(
        shop,
        bulbsForLamps({ when: { kind: 'all', of: [ofType('Lamp'), { kind: 'date', from: '2025-12-01', to: '2025-12-24' }] } }),
      ),
      2,
    ),
  'dead-offer': (shop) => planted(withLamps(shop, bulbsForLamps({ where: ofType('Bullb') })), 0),
  'sold-out': (shop) => {
    const gone = [aProduct(2_021, { type: 'Shade', available: false }), aProduct(2_022, { type: 'Shade', published: false })]
    return planted(withProducts(withLamps(shop, bulbsForLamps({ where: ofType('Shade') })), ...gone), 1)
  },
  unpublished: (shop) => {
    const hidden = [aProduct(2_021, { type: 'Shade', published: false }), aProduct(2_022, { type: 'Shade', status: 'draft' })]
    return planted(withProducts(withLamps(shop, bulbsForLamps({ where: ofType('Shade') })), ...hidden), 2)
  },
  'not-in-market': (shop) => {
    const elsewhere = { handle: 'north', name: 'Up north', lacks: BULBS.map(({ id }) => id) }
    const home = { handle: 'south', name: 'Down south', lacks: [BULBS[0]!.id] }
    return planted({ ...withLamps(shop, bulbsForLamps()), markets: [...shop.markets, elsewhere, home] }, 2)
  },
  excluded: (shop) => planted(withSet(withLamps(shop, bulbsForLamps()), { exclusion: ofType('Bulb') }), 2),
  gone: (shop) => {
    const ids = [2_011, 2_012, 404_404] as ProductId[]
    return planted(withLamps(shop, bulbsForLamps({ where: { kind: 'product', ids }, sort: 'picked' })), 0)
  },
  'self-target': (shop) => {
    const itself = { kind: 'product', ids: [2_001 as ProductId] } as const
    return planted(withLamps(shop, bulbsForLamps({ when: itself, where: itself })), 1)
  },
  'never-together': (shop) =>
    planted(withSet(withLamps(shop, bulbsForLamps()), { neverTogether: [{ one: ofType('Bulb'), other: ofType('Lamp') }] }), 2),
  untied: (shop) => planted(withLamps(shop, bulbsForLamps({ joins: [{ kind: 'same-collection' }] })), 2),
  'join-without-data': (shop) =>
    planted(withProducts(shop, aProduct(2_031, { type: 'Toy', price: 4_000, metafields: { 'specs.takes': 3 } })), 1, 'batteries'),
  duplicate: (shop) => {
    const original = shop.set.rules.find(({ id }) => id === 'sleeves')!
    const again = { kind: 'all', of: [ofType('LAPTOP ')] } as const
    return planted(withRules(shop, { ...original, id: 'planted' as Rule['id'], name: 'Once more', when: again, priority: 100 }), 0)
  },
  shadowed: (shop) => {
    const before = bulbsForLamps({ id: 'before', priority: 1, stop: true })
    return planted(withLamps(shop, before, bulbsForLamps({ where: ofType('Mug') })), 2)
  },
  cyclic: (shop) => {
    const bulbs = [aProduct(2_011, { type: 'Bulb', price: 5_000 }), aProduct(2_012, { type: 'Bulb', price: 5_000 })]
    const there = bulbsForLamps({ id: 'there', priority: 10 })
    const back = bulbsForLamps({ when: ofType('Bulb'), where: ofType('Lamp') })
    return planted(locked(withRules(withProducts(shop, ...LAMPS, ...bulbs), there, back)), 2)
  },
  'price-above': (shop) => {
    const dear = aProduct(2_041, { type: 'Bulb', price: 6_000, createdAt: 5 })
    return planted(withProducts(withLamps(shop, bulbsForLamps({ sort: 'newest', most: 1 })), dear), 2)
  },
  'deal-not-checked': (shop) =>
    planted(withLamps(shop, bulbsForLamps({ discount: tenth, when: { kind: 'all', of: [ofType('Lamp'), { kind: 'signed-in' }] } })), 2),
  'no-room-for-deal': (shop) => {
    const variants = Array.from({ length: 900 }, (_, at) =>
      aVariant({ id: (9_000_000 + at) as never, price: 4_900 as never, cost: at as never }),
    )
    const bulb = aProduct(2_051, { type: 'Tube', variants })
    return planted(withSet(withProducts(withLamps(shop, bulbsForLamps({ where: ofType('Tube'), discount: tenth })), bulb), { floor: 0 }), 2)
  },
  'below-cost': (shop) => {
    const dear = [2_051, 2_052].map((id) => aProduct(id, { type: 'Tube', price: 900, variant: { cost: 850 as never } }))
    return planted(withProducts(withLamps(shop, bulbsForLamps({ where: ofType('Tube'), discount: tenth })), ...dear), 2)
  },
  'two-deals': (shop) => {
    const tube = aProduct(2_051, { type: 'Tube', price: 800 })
    const before = bulbsForLamps({ id: 'before', priority: 1, discount: tenth })
    return planted(withProducts(withLamps(shop, before, bulbsForLamps({ where: ofType('Bulb', 'Tube'), discount: tenth })), tube), 2)
  },
  'two-gifts': (shop) => {
    const gift = { kind: 'gift', from: { EUR: '50.00' }, combines: { order: false, shipping: false } } as const
    const before = bulbsForLamps({ id: 'before', priority: 1, discount: gift })
    const tube = aProduct(2_051, { type: 'Tube', price: 800 })
    return planted(withProducts(withLamps(shop, before, bulbsForLamps({ where: ofType('Tube'), discount: gift })), tube), 2)
  },
  'no-free-delivery': (shop) =>
    planted(withLamps(shop, bulbsForLamps({ when: { kind: 'all', of: [ofType('Lamp'), { kind: 'delivery-not-free' }] } })), 2),
  'odd-swap': (shop) => planted(withLamps(shop, bulbsForLamps({ instead: true })), 2),
  ignored: (shop) => {
    const larger = [2_051, 2_052].map((id) => aProduct(id, { type: 'Lantern', price: 6_000 }))
    const rule = bulbsForLamps({ where: ofType('Lantern'), instead: true, nest: true })
    return planted(withProducts(withLamps(shop, rule), ...larger), 2)
  },
  'other-discounts': (shop) => {
    const others = [{ title: 'Ten off', of: 'product', besideProducts: false } as const]
    return planted({ ...withLamps(shop, bulbsForLamps({ discount: tenth })), others }, 0)
  },
  'no-fallback': (shop) => {
    const bare = withSet(locked(shop), { rules: shop.set.rules.filter(({ id }) => id !== 'mugs') })
    const open = shop.products.filter(({ published }) => published).length
    return planted(bare, open - pages(shop, 'Toy') - pages(shop, 'Laptop'), null)
  },
}
