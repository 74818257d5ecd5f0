import { describe, expect, it } from 'vitest'
import type { OrderId, ProductId } from '#app/commerce/ids.ts'
import type { Order, OrderLine } from '#app/commerce/order.ts'
import { aLine as aReadLine, aReadOrder } from '../../../test/a/order.ts'
import type { OfferedRow } from '../ledger/count-visitor.ts'
import { storyOf, type Story } from './story-of.ts'

const DAY = 24 * 60 * 60 * 1000
const ORDERED = 100 * DAY
const [TOY, CELLS, LAMP] = [1, 2, 3] as ProductId[] as [ProductId, ProductId, ProductId]
const SLOT = 'product-page/rule/cells'
const OTHER = 'cart-drawer/rule/cells'

const aLine = (productId: ProductId | null, soldBy: string | null = null): OrderLine => aReadLine({ productId, soldBy })
const anOrder = (lines: readonly OrderLine[], rest: Partial<Order> = {}): Order =>
  aReadOrder({ id: 7 as OrderId, processedAt: ORDERED, visit: 'a-mark', lines, ...rest })
const aRow = (row: Partial<OfferedRow> = {}): OfferedRow => ({
  epoch: 1,
  product: CELLS,
  soldBy: SLOT,
  isHeldOut: false,
  at: ORDERED - DAY,
  ...row,
})
const tell = (order: Order, offered: readonly OfferedRow[] = [], rest: { startedAt?: number; now?: number } = {}): Story =>
  storyOf({ order, offered, startedAt: 0, now: ORDERED + DAY, ...rest })
const outcomes = (story: Story) => story.offers.map(({ outcome }) => outcome)
const origins = (story: Story) => story.lines.map(({ origin }) => origin)

describe('who was shown', () => {
  it('took what the slot sold', () => {
    const story = tell(anOrder([aLine(TOY), aLine(CELLS, SLOT)]), [aRow()])
    expect(story.arm).toEqual({ kind: 'shown', epoch: 1 })
    expect(outcomes(story)).toEqual([{ kind: 'taken' }])
    expect(origins(story)).toEqual([{ kind: 'by-itself' }, { kind: 'sold', soldBy: SLOT, isNoted: true }])
  })

  it('bought it elsewhere: from none of our slots, or from another one', () => {
    const byItself = tell(anOrder([aLine(CELLS)]), [aRow()])
    expect(outcomes(byItself)).toEqual([{ kind: 'bought-elsewhere', soldBy: null }])
    expect(origins(byItself)).toEqual([{ kind: 'shown-before' }])
    const fromOther = tell(anOrder([aLine(CELLS, OTHER)]), [aRow(), aRow({ soldBy: OTHER })])
    expect(outcomes(fromOther)).toEqual([{ kind: 'bought-elsewhere', soldBy: OTHER }, { kind: 'taken' }])
  })

  it('passed over what is not in the order', () =>
    expect(outcomes(tell(anOrder([aLine(TOY)]), [aRow()]))).toEqual([{ kind: 'passed-over' }]))
})

describe('who was held out', () => {
  it('was shown nothing, and may have bought it all the same', () => {
    const rows = [aRow({ isHeldOut: true }), aRow({ isHeldOut: true, product: LAMP })]
    const story = tell(anOrder([aLine(CELLS)]), rows)
    expect(story.arm).toEqual({ kind: 'held-out', epoch: 1 })
    expect(outcomes(story)).toEqual([
      { kind: 'held-out', isBought: true },
      { kind: 'held-out', isBought: false },
    ])
    expect(origins(story)).toEqual([{ kind: 'held-out' }])
  })

  it('and was released later, is in the arm of the last page before the order', () => {
    const story = tell(anOrder([aLine(CELLS, SLOT)]), [
      aRow({ epoch: 2, at: ORDERED - 1 }),
      aRow({ isHeldOut: true, at: ORDERED - 20 * DAY }),
    ])
    expect(story.arm).toEqual({ kind: 'shown', epoch: 2 })
    expect(outcomes(story)).toEqual([{ kind: 'held-out', isBought: true }, { kind: 'taken' }])
  })
})

describe('what is not known is said', () => {
  const unknown = (order: Partial<Order>, rest: Parameters<typeof tell>[2] = {}) => tell(anOrder([aLine(TOY)], order), [], rest).arm

  it.each([
    ['not-measured', {}, { startedAt: ORDERED + 1 }],
    ['elsewhere', { channel: 'pos', visit: null }, {}],
    ['no-visit', { visit: null }, {}],
    ['came-by-nothing', {}, {}],
    ['too-long-ago', {}, { now: ORDERED + 91 * DAY }],
  ] as const)('%s', (why, order, rest) => expect(unknown(order, rest)).toEqual({ kind: 'unknown', why }))

  it('where nothing is measured', () =>
    expect(storyOf({ order: anOrder([]), offered: [], startedAt: undefined, now: ORDERED }).arm).toEqual({
      kind: 'unknown',
      why: 'not-measured',
    }))

  it('what a line says of itself holds all the same, and that nobody noted it', () =>
    expect(origins(tell(anOrder([aLine(CELLS, SLOT), aLine(TOY)], { visit: null })))).toEqual([
      { kind: 'sold', soldBy: SLOT, isNoted: false },
      { kind: 'unknown' },
    ]))

  it('what was come by after the order tells nothing of it', () =>
    expect(tell(anOrder([aLine(TOY)]), [aRow({ at: ORDERED + 1 })])).toMatchObject({
      arm: { kind: 'unknown', why: 'came-by-nothing' },
      offers: [],
    }))
})
