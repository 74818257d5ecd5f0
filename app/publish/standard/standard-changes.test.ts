import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { overtakenBy, planLists, productsToFetch, wishedLists, type ListChange, type WishedList } from './standard-changes.ts'
import { INTENTS, type Intent } from './standard-lists.ts'
import type { StoredList } from './standard-plan.ts'

const [intent] = INTENTS as unknown as [Intent]
const value = (...ids: number[]) => JSON.stringify(ids.map((id) => `gid://shopify/Product/${id}`))
const ours = (part: Partial<StoredList> = {}): StoredList => ({
  ...{ before: null, written: value(1), writing: null, digest: 'd', isLeft: false, refused: null },
  ...part,
})
const list = (product: number, wish: WishedList['wish'], kept?: StoredList): WishedList => ({
  intent,
  product: product as ProductId,
  wish,
  kept,
})
const show = (...ids: number[]) => ({ kind: 'show' as const, value: value(...ids) })

describe('what follows from a look at lists', () => {
  it('is sorted by what is to be done about each', () => {
    const lists = [
      list(10, show(2), ours()),
      list(11, show(1), ours()),
      list(12, show(3)),
      list(13, show(2), ours()),
      list(14, { kind: 'off' }, ours()),
      list(15, { kind: 'off' }, ours({ before: value(8) })),
      list(16, show(2), ours()),
    ]
    const found: Record<number, string | null> = { 10: value(1), 11: value(1), 12: value(3), 13: value(7), 14: null, 15: value(1) }
    const plan = planLists(lists, ({ product }) => (product in found ? { value: found[product]!, digest: `of ${product}` } : undefined))
    expect(plan.changes.map(({ product, kind, value }) => [product, kind, value])).toEqual([
      [10, 'write', value(2)],
      [15, 'restore', value(8)],
    ])
    expect(plan.adopted).toMatchObject([{ product: 12, value: value(3), before: value(3), digest: 'of 12' }])
    expect(plan.left.map(({ product }) => product)).toEqual([13])
    expect(plan.forgotten.map(({ product }) => product)).toEqual([14, 16])
  })

  it('asks Shopify about those of which it does not know enough', () => {
    const [known, blind] = [list(1, show(2), ours()), list(2, show(2))]
    expect(productsToFetch([blind, known])).toEqual({ known: [known], blind: [blind] })
  })

  it('after a change that was overtaken is looked at anew, as what was being written', () => {
    const change = {
      ...list(1, show(2), ours()),
      kind: 'write',
      value: value(2),
      before: value(9),
      ours: value(1),
      digest: 'd',
    } as ListChange
    expect(overtakenBy(change)).toEqual({
      ...list(1, show(2)),
      kept: { before: value(9), written: value(1), digest: 'd', writing: value(2), isLeft: false, refused: null },
    })
    expect(overtakenBy({ ...change, value: null }).kept?.writing).toBe('')
  })
})

describe('lists that are wished for', () => {
  const kept = { ...ours(), intent, product: 3 as ProductId }
  const wished = (isOn: boolean) =>
    wishedLists(
      [1, 2] as ProductId[],
      (product) => (product === 1 ? value(5) : null),
      (one) => isOn && one === intent,
      [kept],
    )

  it('are those that hold something, and those that we know of', () => {
    expect(wished(true)).toEqual([list(1, show(5)), { ...list(3, { kind: 'nothing' }), kept }])
  })
  it('are off where their switch is, if we know of them', () => {
    expect(wished(false)).toEqual([{ ...list(3, { kind: 'off' }), kept }])
  })
})
