import type { Product, Variant } from '../shop.ts'
import { habitsOf } from './complements.ts'
import type { Interest } from './interests.ts'
import { wasOnSale } from './on-sale.ts'
import type { Luck } from './random.ts'
import { rebuyDays } from './rebuys.ts'
import { weightedChoice } from './weighted-choice.ts'
import { wishesFor } from './wishes.ts'

export interface BasketLine {
  readonly product: Product
  readonly variant: Variant
  readonly quantity: number
}

export interface Visit {
  readonly interest: Interest
  /** Milliseconds. */
  readonly time: number
  /** What the shopper came to buy once more. */
  readonly again: BasketLine | null
}

/** Fills baskets with what a shopper wished for and what the wishes called for. Empty only if hardly anything was on sale. */
export type FillBasket = (visit: Visit, luck: Luck) => BasketLine[]

const oneMoreWish = 0.47
const mostWishes = 4
const mostTries = 40

/** `today` in milliseconds. */
export function basketsFrom(products: readonly Product[], today: number): FillBasket {
  const wish = wishesFor(products)
  const habits = habitsOf(products)
  const companions = new Map([...habits.values()].flat().map((habit) => [habit, weightedChoice(habit.companions, ({ weight }) => weight)]))
  return ({ interest, time, again }, luck) => {
    const lines = new Map<number, BasketLine>()
    const put = (product: Product, variant = pickVariant(product, luck)) => {
      if (!wasOnSale(product, time, today)) return false
      if (!lines.has(variant.id)) lines.set(variant.id, { product, variant, quantity: pickQuantity(product, luck) })
      return true
    }
    const grant = (product: Product, variant?: Variant) => {
      if (!put(product, variant)) return false
      for (const habit of habits.get(product.id) ?? []) {
        const companion = luck.chance(habit.probability) ? companions.get(habit)?.(luck) : undefined
        if (companion) put(companion.product)
      }
      return true
    }
    let wanted = again && grant(again.product, again.variant) ? 0 : 1
    while (wanted < mostWishes && luck.chance(oneMoreWish)) wanted++
    for (let tries = 0; wanted > 0 && tries < mostTries; tries++) if (grant(wish(interest, time, luck))) wanted--
    return [...lines.values()]
  }
}

/** The first variants are asked for most. */
function pickVariant(product: Product, luck: Luck): Variant {
  const place = Math.min(luck.below(product.variants.length), luck.below(product.variants.length))
  const variant = product.variants[place]
  if (!variant) throw new Error(`${product.handle} has no variant`)
  return variant
}

const pickQuantity = (product: Product, luck: Luck): number =>
  luck.chance(product.productType in rebuyDays ? 0.22 : 0.04) ? 2 + Math.floor(luck.wait(0.4)) : 1
