import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { ProductDeals } from '#app/offers/deal.ts'
import { planDeals } from './deals-plan.ts'

const [one, two, three] = [1, 2, 3] as ProductId[] as [ProductId, ProductId, ProductId]
const deals = (currency: string): ProductDeals => ({ v: 1, currency, deals: [] })

it('writes what is new or other, leaves what stands, and takes away what nobody wants any more', () => {
  const wanted = new Map([
    [one, deals('EUR')],
    [two, deals('EUR')],
  ])
  const published = new Map([
    [two, JSON.stringify(deals('EUR'))],
    [one, JSON.stringify(deals('USD'))],
    [three, JSON.stringify(deals('EUR'))],
  ])
  expect(planDeals(wanted, published)).toEqual({ writes: [{ product: one, value: JSON.stringify(deals('EUR')) }], deletes: [three] })
  expect(planDeals(wanted, new Map()).writes.map(({ product }) => product)).toEqual([one, two])
  expect(planDeals(new Map(), published).deletes).toEqual([two, one, three])
})
