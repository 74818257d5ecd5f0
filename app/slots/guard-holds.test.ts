import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { holdsNow } from '#app/rules/conditions/holds.ts'
import type { MomentFact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { aProduct } from '../../test/a/product.ts'
import { toFreeDelivery } from '#app/rules/free-delivery.ts'
import { drawnDelivery } from './delivery/drawn-delivery.ts'
import { drawnGuard, type DrawnGuard } from './drawn-guard.ts'
import { guardHolds } from './guard-holds.ts'
import type { Visit } from './visit.ts'

const names = fc.subarray(['a', 'B', 'ü'], { minLength: 1 })
const ends = fc.record({ atLeast: fc.option(fc.nat(4)), atMost: fc.option(fc.nat(4)) })
const ids = fc.subarray([1, 2, 3] as ProductId[], { minLength: 1 })
const goods = fc.oneof(
  ids.map((of) => ({ kind: 'product' as const, ids: of })),
  names.map((of) => ({ kind: 'type' as const, names: of })),
)
const fact = fc.oneof(
  goods.map((of) => ({ kind: 'cart-contains' as const, of })),
  ends.map((of) => ({ kind: 'cart-quantity' as const, ...of })),
  ends.map((of) => ({ kind: 'cart-lines' as const, ...of })),
  fc.record({ atLeast: fc.option(fc.nat(900)), atMost: fc.option(fc.nat(900)) }).map((of) => ({ kind: 'cart-subtotal' as const, ...of })),
  ends.map((of) => ({ kind: 'customer-orders' as const, ...of })),
  names.map((of) => ({ kind: 'customer-tag' as const, names: of })),
  names.map((of) => ({ kind: 'market' as const, names: of })),
  names.map((of) => ({ kind: 'language' as const, names: of })),
  fc.constantFrom({ kind: 'signed-in' as const }, { kind: 'delivery-free' as const }, { kind: 'delivery-not-free' as const }),
  fc.subarray([1, 4, 7], { minLength: 1 }).map((weekdays) => ({ kind: 'weekday' as const, weekdays })),
  fc.constantFrom('2026-12-23', '2026-12-24', '2026-12-25').map((from) => ({ kind: 'date' as const, from, to: '2026-12-25' })),
)
const guard = fc.letrec<{ tree: Tree<MomentFact> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fact as fc.Arbitrary<Tree<MomentFact>>,
    fc.array(tie('tree'), { maxLength: 3 }).map((of) => ({ kind: 'all' as const, of })),
    fc.array(tie('tree'), { maxLength: 3 }).map((of) => ({ kind: 'any' as const, of })),
    tie('tree').map((of) => ({ kind: 'not' as const, of })),
  ),
})).tree
const moment = fc.record({
  lines: fc.array(
    fc.record({ id: fc.constantFrom(1, 2, 3, 4), quantity: fc.integer({ min: 1, max: 3 }), type: fc.constantFrom('a', 'B', 'other') }),
    {
      maxLength: 3,
    },
  ),
  customer: fc.option(fc.record({ tags: fc.subarray(['a', 'ü']), orders: fc.nat(4) })),
  market: fc.option(fc.constantFrom('a', 'c')),
  language: fc.constantFrom('a', 'de'),
  date: fc.constantFrom('2026-12-23', '2026-12-24', '2026-12-26'),
  subtotal: fc.option(fc.nat(900)),
})
const amounts = fc.record({ EUR: fc.constantFrom('0.05', '4.00', '8.99'), USD: fc.constantFrom('0.07', '0.08') }, { requiredKeys: [] })
const delivery = fc.option(
  fc.uniqueArray(fc.record({ market: fc.constantFrom(null, 'A', 'c'), amounts }), { maxLength: 3, selector: ({ market }) => market }),
  { nil: undefined },
)
const told = fc.record({
  cart: fc.boolean(),
  goods: fc.boolean(),
  subtotal: fc.boolean(),
  orders: fc.boolean(),
  market: fc.boolean(),
  language: fc.boolean(),
})

it('says of a guard what the page says, or that it cannot know', () => {
  let known = 0
  fc.assert(
    fc.property(guard, moment, told, delivery, (tree, { lines, customer, market, language, date, subtotal }, isTold, stated) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
      const cart = lines.map(({ id, quantity, type }) => ({ product: aProduct(id, { type }), quantity }))
      const visit: Visit = {
        cart: isTold.cart
          ? cart.map(({ product, quantity }) => ({
              product: product.id,
              quantity,
              ...(isTold.goods && { goods: { type: foldAsLiquid(product.type) } }),
            }))
          : undefined,
        isSignedIn: customer !== null,
        orders: isTold.orders ? customer?.orders : undefined,
        subtotal: isTold.subtotal ? { currency: subtotal === null ? 'USD' : 'EUR', hundredths: subtotal ?? 7 } : undefined,
        market: isTold.market ? market : undefined,
        language: isTold.language ? language : undefined,
        today: () => ({ date: Number(date.replaceAll('-', '')), weekday }),
      }
      const said = guardHolds(drawnGuard(tree, 'EUR', drawnDelivery(stated)), visit)
      if (said === undefined) return
      known += 1
      const toGo = toFreeDelivery(stated, { market, currency: subtotal === null ? 'USD' : 'EUR', subtotal: subtotal ?? 7 })
      const page = {
        cart: { lines: cart, subtotal: subtotal as Minor | null, toFreeDelivery: toGo },
        customer,
        market,
        language,
        date,
        weekday,
      }
      expect(said).toBe(holdsNow(tree, page))
    }),
    { numRuns: 2_000 },
  )
  expect(known).toBeGreaterThan(500)
})

it('knows everything of a visit that is about nothing which it is not told', () => {
  const visit: Visit = { cart: [], isSignedIn: false, market: null, language: 'de', today: () => ({ date: 20_261_224, weekday: 4 }) }
  fc.assert(
    fc.property(guard, (tree) => {
      const asked = JSON.stringify(tree)
      if (!asked.includes('subtotal') && !asked.includes('delivery'))
        expect(guardHolds(drawnGuard(tree, 'EUR'), visit)).toBeTypeOf('boolean')
    }),
  )
})

describe('what a cart holds', () => {
  const [ROBOT, LAMP] = [1, 2] as [ProductId, ProductId]
  const visit: Visit = { cart: undefined, isSignedIn: undefined, market: undefined, language: undefined, today: () => undefined }
  const of = (kind: string, ...names: string[]) => ({ kind, names }) as unknown as DrawnGuard
  const within = (kind: string, ...parts: DrawnGuard[]) => ({ kind, of: parts }) as unknown as DrawnGuard
  const but = (part: DrawnGuard) => ({ kind: 'not', of: part }) as unknown as DrawnGuard
  const inCollection = { kind: 'collection', ids: [5] } as unknown as DrawnGuard
  const robot = { type: 'toy', vendor: 'acme', tags: ['new', 'aa'], collections: [4, 5] }
  const lamp = { type: 'lamp', vendor: 'bolt', tags: [], collections: [] }
  const holds = (guard: DrawnGuard, ...goods: (typeof robot | undefined)[]) =>
    guardHolds({ kind: 'cart-contains', of: guard } as unknown as DrawnGuard, {
      ...visit,
      cart: goods.map((one, at) => ({ product: [ROBOT, LAMP][at]!, quantity: 1, ...(one && { goods: one }) })),
    })

  it.each([
    ['a type', of('type', 'toy'), true],
    ['a vendor', of('vendor', 'bolt', 'acme'), true],
    ['another vendor', of('vendor', 'maker'), false],
    ['a tag', of('tag', 'aa'), true],
    ['another tag', of('tag', 'sale'), false],
    ['a collection', inCollection, true],
    ['all of it in one product', within('all', of('type', 'toy'), of('tag', 'aa'), inCollection), true],
    ['each of it in another product', within('all', of('type', 'toy'), of('vendor', 'bolt')), false],
    ['any of it', within('any', of('type', 'pen'), of('vendor', 'bolt')), true],
    ['none of it', within('any', of('type', 'pen'), of('vendor', 'maker')), false],
    ['what is something else', but(of('type', 'toy')), true],
    ['what is neither', but(within('any', of('type', 'toy'), of('type', 'lamp'))), false],
    ['nothing asked', within('all'), true],
    ['a kind that nobody knows', of('colour', 'red'), undefined],
  ])('%s', (_, guard, wanted) => expect(holds(guard, robot, lamp)).toBe(wanted))

  it('is unknown where a product is told without what it is, unless another one tells', () => {
    for (const guard of [of('type', 'toy'), of('vendor', 'acme'), of('tag', 'aa'), inCollection]) {
      expect(holds(guard, undefined)).toBeUndefined()
      expect(holds(guard, robot, undefined)).toBe(true)
      expect(holds(but(guard), undefined)).toBeUndefined()
    }
  })

  it('is nothing where it is empty, and unknown where nobody told it', () => {
    expect(holds(of('type', 'toy'))).toBe(false)
    const guards = ['cart-quantity', 'cart-lines'].map((kind) => ({ kind, low: 1 }) as unknown as DrawnGuard)
    for (const guard of [...guards, { kind: 'cart-contains', of: of('type', 'toy') } as unknown as DrawnGuard])
      expect(guardHolds(guard, visit)).toBeUndefined()
  })

  it('is unknown of a customer’s orders and tags where they are signed in, and none of anybody else', () => {
    const asked = (kind: string, isSignedIn: boolean | undefined) =>
      guardHolds({ kind, low: 0, names: ['a'] } as unknown as DrawnGuard, { ...visit, isSignedIn })
    for (const kind of ['customer-orders', 'customer-tag'])
      expect([false, true, undefined].map((one) => asked(kind, one))).toEqual([false, undefined, undefined])
  })
})
