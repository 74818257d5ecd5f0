import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCart, anyDeals } from '../../test/a/any-cart.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Cart, CartLine, LineDiscount } from './cart.ts'
import { floorOf, isOn, type ProductDeals } from './deal.ts'
import { rulesHere } from './deals-here.ts'
import { STACKS } from './discount.ts'
import { discountsFor } from './discounts-for.ts'
import { grantsOfAll, grantsOfOne } from './grant.ts'
import { floorAt } from './terms.ts'

type Deals = ReadonlyMap<number, ProductDeals>
const price = (cart: Cart, deals: Deals) => discountsFor(cart, (product) => deals.get(product))
const lineOf = (cart: Cart, { line }: LineDiscount) => cart.lines.find(({ id }) => id === line)!

function holds(check: (off: readonly LineDiscount[], cart: Cart, deals: Deals) => void) {
  fc.assert(
    fc.property(anyCart, anyDeals, (cart, deals) => check(price(cart, deals), cart, deals)),
    { numRuns: 1_000 },
  )
}

test('what comes off is whole, adds up, and is never more than the pieces cost', () => {
  let some = 0
  holds((off, cart) => {
    for (const one of off) {
      const line = lineOf(cart, one)
      expect(Number.isSafeInteger(one.total) && one.total > 0).toBe(true)
      expect(one.quantity).toBeLessThanOrEqual(line.quantity)
      expect(one.total).toBeLessThanOrEqual(line.price * one.quantity)
      if (one.each !== null) expect(one.each * one.quantity).toBe(one.total)
      some += 1
    }
    expect(new Set(off.map(({ line }) => line)).size).toBe(off.length)
  })
  expect(some).toBeGreaterThan(300)
})

test('no piece is sold below the lowest floor that a deal of its rule sets', () => {
  holds((off, cart, deals) => {
    for (const one of off) {
      const line = lineOf(cart, one)
      const till = { currency: cart.currency, shopCurrency: 'EUR', rate: cart.rate }
      const ofRule = [...deals].flatMap(([trigger, { deals: all }]) =>
        all.filter(
          (deal) => deal.rule === one.rule && deal.offered.includes(line.product) && cart.lines.some(({ product }) => product === trigger),
        ),
      )
      const floor = Math.min(...ofRule.map((deal) => floorAt(floorOf(deal, line.product, line.variant), till)))
      expect(line.price * one.quantity - one.total).toBeGreaterThanOrEqual(Math.min(floor, line.price) * one.quantity)
    }
  })
})

test('the order of lines and of deals changes nothing', () => {
  const byLine = (off: readonly LineDiscount[]) => Object.fromEntries(off.map((one) => [one.line, one]))
  holds((off, cart, deals) => {
    const turned = new Map([...deals].toReversed().map(([id, one]) => [id, { ...one, deals: one.deals.toReversed() }]))
    expect(byLine(price({ ...cart, lines: cart.lines.toReversed() }, turned))).toEqual(byLine(off))
  })
})

test('beside its trigger alone, on its day, and no rule gives more pieces than there are to back them', () => {
  holds((off, cart, deals) => {
    for (const rule of ['a', 'b', 'c'] as RuleId[]) {
      const ofRule = off.filter((one) => one.rule === rule)
      const here = [...deals].flatMap(([trigger, { deals: all }]) =>
        all.filter((deal) => deal.rule === rule && isOn(deal, cart.today)).map((deal) => ({ deal, pieces: piecesOf(cart, trigger) })),
      )
      if (here.every(({ pieces }) => pieces === 0)) expect(ofRule).toEqual([])
      if (here.some(({ deal }) => deal.discount.kind === 'tiers')) continue
      const backed = here.map(({ deal: { discount, packs }, pieces }) =>
        discount.kind === 'buy-get' ? Math.floor(pieces / discount.buy) * discount.get : pieces * (packs ?? 1),
      )
      expect(ofRule.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(backed.reduce((sum, one) => sum + one, 0))
    }
  })
})

test('in a rule that gives one for one, no piece both backs and is backed', () => {
  holds((off, cart, deals) => {
    for (const rule of ['a', 'b', 'c'] as RuleId[]) {
      const ours = [...deals.values()].flatMap(({ deals: all }) => all.filter((deal) => deal.rule === rule))
      if (ours.some(({ discount, packs }) => packs || discount.kind === 'tiers' || discount.kind === 'buy-get')) continue
      const given = off.filter((one) => one.rule === rule).reduce((sum, { quantity }) => sum + quantity, 0)
      const all = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0)
      expect(given * 2).toBeLessThanOrEqual(all)
    }
  })
})

test('a plain deal comes to the same in both ways of reckoning it', () => {
  let plain = 0
  holds((_, cart, deals) => {
    for (const [here, ...more] of rulesHere(cart, (product) => deals.get(product), undefined).values()) {
      if (more.length > 0 || here!.deal.offered.includes(here!.trigger)) continue
      if (here!.terms.kind === 'gift') continue
      if (here!.terms.kind === 'bundle-price' && here!.triggers.length > 1) continue
      plain += 1
      const wants = ({ variant }: CartLine) => variant % 10 === 1
      expect(grantsOfOne(here!, wants)).toEqual(grantsOfAll([here!], wants))
    }
  })
  expect(plain).toBeGreaterThan(100)
})

test('the classes apart give together what each of them gives', () => {
  holds((_, cart, deals) => {
    for (const stack of STACKS) {
      const only = new Map([...deals].map(([id, one]) => [id, { ...one, deals: one.deals.filter((deal) => deal.stack === stack) }]))
      expect(discountsFor(cart, (product) => deals.get(product), stack)).toEqual(price(cart, only))
    }
  })
})

const piecesOf = ({ lines }: Cart, product: number) =>
  lines.reduce((sum, line) => (line.product === (product as typeof line.product) ? sum + line.quantity : sum), 0)
