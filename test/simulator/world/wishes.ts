import type { Product } from '../shop.ts'
import { type Interest, leaning } from './interests.ts'
import { popularityOf } from './popularity.ts'
import type { Luck } from './random.ts'
import { isGiftSeason } from './season.ts'
import { type WeightedChoice, weightedChoice } from './weighted-choice.ts'

const giftTypes: ReadonlySet<string> = new Set([
  ...['Electronic toy', 'Plush', 'Wooden toy', 'Building set', 'Train set', 'Board game', 'Puzzle', 'Console', 'Video game'],
  ...['RC vehicle', 'Art set', 'Drone', 'Gift card', 'Teapot', 'Tea cup'],
])

/** What a shopper with this interest sets out for at this time (milliseconds); it may not be on sale. */
export type Wish = (interest: Interest, time: number, luck: Luck) => Product

export function wishesFor(products: readonly Product[]): Wish {
  const popularity = popularityOf(products)
  const choices = new Map<string, WeightedChoice<Product>>()
  return (interest, time, luck) => {
    const gifts = isGiftSeason(time)
    const key = `${interest.name} ${String(gifts)}`
    let choice = choices.get(key)
    if (!choice) {
      choice = weightedChoice(products, ({ id, productType }) => {
        const leant = interest.types.includes(productType) ? leaning : 1
        return (popularity.get(id) ?? 0) * leant * (gifts && giftTypes.has(productType) ? 1.7 : 1)
      })
      choices.set(key, choice)
    }
    const wish = choice(luck)
    if (!wish) throw new Error('An empty shop grants no wish')
    return wish
  }
}
