import { z } from 'zod'
import type { Minor } from '#app/commerce/money.ts'
import { priceOf } from '#app/commerce/product.ts'
import type { ConditionKind } from './kind.ts'

/** A product's lowest price, both ends included; an open end is null. */
export interface PriceBetween {
  readonly kind: 'price'
  readonly atLeast: Minor | null
  readonly atMost: Minor | null
}

const amount = z.int().min(0).nullable()

export const priceBetween: ConditionKind<'price', PriceBetween> = {
  kind: 'price',
  schema: z
    .strictObject({ kind: z.literal('price'), atLeast: amount, atMost: amount })
    .refine(({ atLeast, atMost }) => atLeast !== null || atMost !== null, {
      path: ['atLeast'],
      message: 'fault.price-missing',
    })
    .refine(({ atLeast, atMost }) => atLeast === null || atMost === null || atLeast <= atMost, {
      path: ['atMost'],
      message: 'fault.price-order',
    }) as unknown as z.ZodType<PriceBetween>,
  field: { kind: 'price-range' },
  blank: { kind: 'price', atLeast: null, atMost: null },
  check(product, { atLeast, atMost }) {
    const price = priceOf(product)
    return price !== undefined && price >= (atLeast ?? -Infinity) && price <= (atMost ?? Infinity)
  },
  sentence({ atLeast, atMost }, { say, money }) {
    if (atLeast === null) return say('condition.price.at-most', { most: money(atMost ?? 0) })
    if (atMost === null) return say('condition.price.at-least', { least: money(atLeast) })
    return say('condition.price.between', { least: money(atLeast), most: money(atMost) })
  },
}
