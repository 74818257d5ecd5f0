import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STACKS } from '#app/offers/discount.ts'
import {
  hasDrifted,
  isCarriedOut,
  othersIn,
  planNodes,
  rememberedListing,
  writtenOf,
  type StoredNode,
  type ListedDiscount,
  type WishedNode,
} from './discount-plan.ts'

const wish = (key: string, input = {}): WishedNode => ({ key, title: key, input, carries: { stack: STACKS[0] } })
const kept = (one: WishedNode, rest: Partial<StoredNode> = {}): StoredNode => ({
  key: one.key,
  gid: `gid://${one.key}`,
  written: writtenOf(one),
  refused: null,
  isOff: false,
  ...rest,
})
const listed = ({ gid }: StoredNode, rest: Partial<ListedDiscount> = {}): ListedDiscount => ({
  gid: gid!,
  title: 'Ours',
  isActive: true,
  of: 'product',
  besideProducts: true,
  isOurs: true,
  ...rest,
})
const [a, b] = [wish('a'), wish('b')] as const

describe('what is remembered of discounts', () => {
  it('plans as a listing would that shows all as it is remembered', () => {
    const nodes = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd'),
        input: fc.constantFrom({}, { of: 1 }),
        isOff: fc.boolean(),
        isRefused: fc.boolean(),
      }),
      { selector: ({ key }) => key },
    )
    const wished = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    fc.assert(
      fc.property(nodes, wished, fc.nat(25), (made, keys, others) => {
        const mine = made.map(({ key, input, isOff, isRefused }) =>
          kept(wish(key, input), isRefused ? { gid: null, refused: 'No', isOff: false } : { isOff }),
        )
        const there = mine.filter(({ gid }) => gid !== null).map((node) => listed(node, { isActive: !node.isOff }))
        const own = Array.from({ length: others }, (_, at) => listed(kept(wish(`own-${at}`)), { isOurs: false }))
        const all = [...there, ...own]
        expect(hasDrifted(mine, all)).toBe(false)
        const remembered = rememberedListing(mine, othersIn(all, mine))
        const wishes = keys.map((key) => wish(key))
        expect(planNodes(wishes, mine, remembered)).toEqual(planNodes(wishes, mine, all))
      }),
    )
  })

  it('leaves nothing to do where all stands, is switched off, or was refused as it is', () => {
    const mine = [kept(a, { isOff: true }), kept(b, { gid: null, refused: 'No' })]
    const plan = planNodes([a, b], mine, rememberedListing(mine, []))
    expect([isCarriedOut(plan, mine), plan.stands]).toEqual([true, []])
    expect(isCarriedOut(planNodes([a, wish('b', { of: 1 })], mine, rememberedListing(mine, [])), mine)).toBe(false)
    expect(isCarriedOut(planNodes([a], mine, rememberedListing(mine, [])), mine)).toBe(false)
    expect(isCarriedOut(planNodes([wish('a', { of: 1 }), b], [kept(a), mine[1]!], rememberedListing([kept(a)], [])), mine)).toBe(false)
  })

  it.each([
    ['gone', [], true],
    ['switched off', [listed(kept(a), { isActive: false })], true],
    ['there with one that nobody remembers', [listed(kept(a)), listed(kept(b))], true],
    ['there beside another’s', [listed(kept(a)), listed(kept(b), { isOurs: false })], false],
  ] as const)('is doubted where one of ours is %s', (_, shown, isDoubted) => {
    expect(hasDrifted([kept(a)], shown)).toBe(isDoubted)
  })
})
