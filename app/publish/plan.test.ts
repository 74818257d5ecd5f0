import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SHOP_PAGE, type ProductId, type RuleId } from '#app/commerce/ids.ts'
import type { Notes } from '#app/slots/note.ts'
import type { Card } from '#app/slots/slot.ts'
import { NO_DIGESTS, type LiveSlot } from './live-slot.ts'
import { planPublish, type WantedPage } from './plan.ts'
import { toMetafields } from './slot-metafields.ts'

const id = (number: number) => number as ProductId
const byRule = (product: number, rule = 'r1'): Card => ({
  product: id(product),
  reason: { by: 'rule', rule: rule as RuleId, name: 'Secret name' },
})
/** Cards in the one slot of the product page. */
const pageOf = (...cards: Card[]): WantedPage => ({
  placements: [
    {
      placement: 'product-page',
      slots: [{ lock: 'open', slot: cards.length > 0 ? { kind: 'filled', cards } : { kind: 'nothing', why: 'no-rule-offers' } }],
    },
  ],
})

const anyCard = fc
  .record({ product: fc.integer({ min: 1, max: 9 }), rule: fc.constantFrom('r1', 'r2') })
  .map(({ product, rule }) => byRule(product, rule))
const anySlots = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }).map(id), fc.uniqueArray(anyCard, { selector: (card) => card.product, maxLength: 3 })))
  .map((list) => new Map(list.map(([product, cards]) => [product, pageOf(...cards)])))

const standing = ({ placements }: WantedPage): LiveSlot => ({ ...toMetafields(placements, 'EUR')!, digests: NO_DIGESTS })
const isEmpty = ({ placements }: WantedPage) => toMetafields(placements, 'EUR') === undefined

/** What stands in the shop after a plan was carried out. */
function carryOut(plan: ReturnType<typeof planPublish>, before: ReadonlyMap<ProductId, LiveSlot>): Map<ProductId, LiveSlot> {
  const after = new Map(before)
  for (const { product, offers, notes } of plan.writes) after.set(product, { offers, notes, digests: NO_DIGESTS })
  for (const product of plan.deletes) after.delete(product)
  return after
}

describe('toMetafields', () => {
  it('lists the products in order and says who chose them, without names or counts', () => {
    const counts = { together: 38, first: 100, second: 50, orders: 512 }
    const slot = pageOf(byRule(7), { product: id(8), reason: { by: 'bought-together', model: 'abc', counts } })
    expect(toMetafields(slot.placements, 'EUR')).toEqual({
      offers: '["gid://shopify/Product/7","gid://shopify/Product/8"]',
      notes:
        '{"v":2,"cards":[{"p":7,"by":"rule","ref":"r1"},{"p":8,"by":"bought-together","ref":"abc"}],"slots":{"product-page":[{"lock":"open","cards":[0,1]}]}}',
    })
  })

  it('holds once what several cards say, and what is said no more as little as anything else that has changed', () => {
    const slot = pageOf(byRule(7), byRule(8), byRule(9))
    const textOf = (card: ProductId) => (card === 9 ? undefined : { en: 'Same size: M' })
    const written = toMetafields(slot.placements, 'EUR', { textOf })!
    expect(JSON.parse(written.notes)).toMatchObject({
      cards: [{ p: 7, text: 0 }, { p: 8, text: 0 }, { p: 9 }],
      texts: [{ en: 'Same size: M' }],
    })
    const wanted = new Map([[id(1), slot]])
    const standingNow = new Map([[id(1), { ...written, digests: NO_DIGESTS }]])
    expect(planPublish(wanted, standingNow, 'EUR', { textOf: (_, card) => textOf(card) }).writes).toEqual([])
    const [withdrawn] = planPublish(wanted, standingNow, 'EUR').writes
    expect(withdrawn!.notes).not.toContain('text')
  })

  it('says no more than Shopify takes', () => {
    const slot = pageOf(...Array.from({ length: 40 }, (_, at) => byRule(at + 1)))
    const textOf = (card: ProductId) => ({ ja: `${card}${'長'.repeat(2_000)}` })
    const { notes } = toMetafields(slot.placements, 'EUR', { textOf })!
    expect(Buffer.byteLength(notes)).toBeLessThan(128 * 1024)
    expect((JSON.parse(notes) as Notes).texts!.length).toBeGreaterThan(10)
  })

  it('tells of a product that is bought again after how many days, though nothing is offered beside it', () => {
    const again = { product: id(4), days: 42 }
    expect(toMetafields(pageOf().placements, 'EUR', { again })).toEqual({
      offers: '["gid://shopify/Product/4"]',
      notes: '{"v":2,"cards":[],"slots":{},"again":42}',
    })
    expect(JSON.parse(toMetafields(pageOf(byRule(7)).placements, 'EUR', { again })!.offers)).toEqual(['gid://shopify/Product/7'])
  })

  it('tells the shop’s time zone where a guard asks for the day, and nowhere else', () => {
    const guarded = (guard: NonNullable<Card['guard']>) => pageOf({ ...byRule(7), guard }).placements
    const zoneOf = (placements: WantedPage['placements']) =>
      (JSON.parse(toMetafields(placements, 'EUR', { zone: 'Asia/Tokyo' })!.notes) as Notes).zone
    expect(zoneOf(guarded({ kind: 'not', of: { kind: 'all', of: [{ kind: 'weekday', weekdays: [1] }] } }))).toBe('Asia/Tokyo')
    expect(zoneOf(guarded({ kind: 'signed-in' }))).toBeUndefined()
    expect(zoneOf(pageOf(byRule(7)).placements)).toBeUndefined()
  })
})

describe('planPublish', () => {
  it('writes what is new or different, deletes what is empty or gone, and leaves the rest alone', () => {
    const published = new Map([
      [id(1), standing(pageOf(byRule(9)))],
      [id(2), standing(pageOf(byRule(9)))],
      [id(3), standing(pageOf(byRule(9)))],
      [id(4), standing(pageOf(byRule(9)))],
    ])
    const wanted = new Map([
      [id(1), pageOf(byRule(9))],
      [id(2), pageOf(byRule(9, 'r2'))],
      [id(3), pageOf()],
      [id(5), pageOf(byRule(8))],
      [id(6), pageOf()],
    ])
    const { writes, deletes } = planPublish(wanted, published, 'EUR')
    expect(writes.map(({ product }) => product)).toEqual([2, 5])
    expect(deletes).toEqual([3, 4])
  })

  it('tells the storefront where to ask, once, and only beside what stands on the shop’s own pages', () => {
    const wanted = new Map([SHOP_PAGE, id(1)].map((page) => [page, pageOf(byRule(9))]))
    const { writes } = planPublish(wanted, new Map(), 'EUR', { proxy: '/some/where' })
    expect(writes.map(({ notes }) => (JSON.parse(notes) as Notes).proxy)).toEqual(['/some/where', undefined])
    const now = carryOut({ writes, deletes: [] }, new Map())
    expect(planPublish(wanted, now, 'EUR', { proxy: '/some/where' }).writes).toEqual([])
    expect(planPublish(wanted, now, 'EUR', { proxy: '/else/where' }).writes.map(({ product }) => product)).toEqual([SHOP_PAGE])
    expect(planPublish(new Map([[SHOP_PAGE, pageOf()]]), new Map(), 'EUR', { proxy: '/some/where' }).writes).toEqual([])
  })

  it('leads from any state to the wanted one, and then has nothing left to do', () => {
    fc.assert(
      fc.property(anySlots, anySlots, (wanted, before) => {
        const published = new Map([...before].flatMap(([product, page]) => (isEmpty(page) ? [] : [[product, standing(page)] as const])))
        const after = carryOut(planPublish(wanted, published, 'EUR'), published)
        expect(after).toEqual(
          new Map([...wanted].flatMap(([product, page]) => (isEmpty(page) ? [] : [[product, standing(page)] as const]))),
        )
        expect(planPublish(wanted, after, 'EUR')).toEqual({ writes: [], deletes: [] })
      }),
    )
  })
})
