import { describe, expect, it } from 'vitest'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { aSet, aSetOf, pageMix } from '../../test/a/rule-set.ts'
import { aCatalog } from '../../test/a/shop.ts'
import english from './locales/en.json' with { type: 'json' }
import { decisionsBetween, reviewOf, settingsMade } from './review.ts'
import { sayFrom } from './say.ts'

const say = sayFrom(english)
const products = [
  ...Array.from({ length: 25 }, (_, nth) => aProduct(nth + 1, { type: 'Toy', title: `Robot ${nth + 1}` })),
  aProduct(40, { type: 'Battery', title: 'Cells' }),
  aProduct(41, { type: 'Lamp', title: 'Lamp' }),
]
const catalog = aCatalog(...products)
const stock = { catalog, sales: new Map(), companions: () => [], model: undefined } as unknown as Parameters<typeof reviewOf>[2]
const context = { say, catalog, money: String }
const cells = { id: 'cells', name: 'Cells', when: ofType('Toy'), where: ofType('Battery') }
const review = (before: RuleSet, after: RuleSet, asked = { sought: '', part: 1 }) => reviewOf(before, after, stock, asked, context)
const [none, one] = [aSet(), aSetOf(cells)]

describe('a review of what differs', () => {
  it('pictures every page on which shoppers see something else, twenty at a time', () => {
    const first = review(none, one)
    expect(first).toMatchObject({ pages: 25, found: 25, part: 1, parts: 2, reserve: 0, settings: null })
    expect(first.listed).toHaveLength(20)
    expect(first.listed[0]).toMatchObject({ beside: { title: 'Robot 1' }, before: [], after: [{ title: 'Cells', fate: 'added' }] })
    expect(review(none, one, { sought: '', part: 2 }).listed.map(({ beside }) => beside.title)).toEqual(
      [21, 22, 23, 24, 25].map((nth) => `Robot ${nth}`),
    )
  })

  it('finds pages by their title in any case, and counts all the same', () => {
    expect(review(none, one, { sought: 'ROBOT 7', part: 1 })).toMatchObject({
      pages: 25,
      found: 1,
      parts: 1,
      listed: [{ beside: { title: 'Robot 7' } }],
    })
    expect(review(none, one, { sought: 'nothing', part: 1 })).toMatchObject({ pages: 25, found: 0, listed: [] })
  })

  it('says of a card that goes and of one that comes what becomes of them', () => {
    const { before, after } = review(one, aSetOf({ ...cells, where: ofType('Lamp') })).listed[0]!
    expect(before.map(({ title, fate }) => `${title} ${fate}`)).toEqual(['Cells removed'])
    expect(after.map(({ title, fate }) => `${title} ${fate}`)).toEqual(['Lamp added'])
  })

  it('tells pages on which only the reserve differs from those that shoppers see', () => {
    const most = (cards: number) => aSet({ rules: [aRule({ ...cells, where: { kind: 'all', of: [] }, most: cards })] })
    const { reserve, pages } = review(most(11), most(12))
    expect([reserve, pages]).toEqual([25, 0])
  })
})

describe('decisions in words', () => {
  const decided = (before: RuleSet, after: RuleSet) => decisionsBetween(before, after, context)

  it('have one side where a rule begins or ends, and a note on a draft', () => {
    expect(decided(none, one).rules).toMatchObject([{ id: 'cells', kind: 'added', notes: [], before: null }])
    expect(decided(one, none).rules).toMatchObject([{ id: 'cells', after: null }])
    expect(decided(none, aSetOf({ ...cells, state: 'draft' })).rules).toMatchObject([{ notes: [say('review.is-draft')] }])
  })

  it('note what no sentence says: state, name, price and order', () => {
    const discount = { kind: 'percent', off: 1_000, combines: { order: false, shipping: false } } as const
    const notes = (part: object, from: object = {}) => decided(aSetOf({ ...cells, ...from }), aSetOf({ ...cells, ...part })).rules[0]!.notes
    expect(notes({ state: 'draft' })).toEqual([say('review.becomes.draft')])
    expect(notes({ state: 'draft', most: 3 }, { state: 'draft' })).toEqual([say('review.is-draft')])
    expect(notes({ name: 'Batteries' })).toEqual([say('review.renamed', { name: 'Cells' })])
    expect(notes({ priority: 7 })).toEqual([say('review.priority', { before: 50, after: 7 })])
    expect(notes({ discount })).toEqual([say('review.price.begins')])
    expect(notes({}, { discount })).toEqual([say('review.price.ends')])
    expect(notes({ discount }, { discount: { ...discount, off: 2_000 } })).toEqual([say('review.price.changes')])
    expect(notes({ most: 3 })).toEqual([])
  })

  it('say settings whole where any differs, and of what somebody made only the lines that are new', () => {
    const bounded = aSet({
      exclusion: ofType('Lamp'),
      neverTogether: [{ one: ofType('Toy'), other: ofType('Lamp') }],
      floor: 1_000,
      freeDelivery: [
        { market: null, amounts: { EUR: '50.00' } },
        { market: 'us', amounts: { USD: '60.00' } },
      ],
      placements: pageMix('open'),
    })
    const { settings } = decided(none, bounded)
    expect(settings!.before).toContain(say('review.no-exclusion'))
    expect(settings!.after).toHaveLength(settings!.before.length + 4)
    const made = settingsMade(none, bounded, context)
    expect(made).toHaveLength(6)
    expect(made).toContain(say('review.floor', { percent: '10%' }))
    expect(made.join(' ')).toContain('50.00 EUR')
    expect(made.join(' ')).toContain('60.00 USD')
    expect(settingsMade(bounded, bounded, context)).toEqual([])
    expect(decided(none, none)).toEqual({ rules: [], settings: null })
  })
})
