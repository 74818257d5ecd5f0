import { expect, test } from 'vitest'
import type { Cart, LineDiscount } from './cart.ts'
import type { ProductDeals } from './deal.ts'
import { discountsFor } from './discounts-for.ts'
import vectors from './price-vectors.json' with { type: 'json' }

test.each(vectors.map((one) => [one.name, one] as const))('%s', (_, vector) => {
  const deals = vector.deals as unknown as Readonly<Record<number, ProductDeals>>
  const off = discountsFor(vector.cart as unknown as Cart, (product) => deals[product])
  expect(Object.fromEntries(off.map(({ line, ...rest }): [string, Omit<LineDiscount, 'line'>] => [line, rest]))).toEqual(vector.off)
})
