import { digitsOf } from '#app/commerce/money.ts'
import type { Rule } from '../../rule.ts'
import { itemsIn } from '../items-in.ts'
import type { Item } from '../item.ts'
import { findNames } from '../named.ts'
import type { NamesForSaying } from '../names.ts'
import type { Stretch } from '../read-saying.ts'
import type { Claim } from './claims-in.ts'
import { isSaidBy } from './said-by.ts'

/**
 * The words of a sentence for which a rule has nothing: neither does it say what our own reading makes of them, nor does a model say where
 * they stand in it. A model's word is not taken for a figure that is not there.
 */
export function notSaid(sentence: string, names: NamesForSaying, rule: Rule, claims: readonly Claim[]): Stretch[] {
  const items = itemsIn(sentence, findNames(names), names.currency)
  const isClaimed = ({ from, to }: Item) => {
    const figures = figuresIn(sentence.slice(from, to), names.currency)
    return claims.some(
      (claim) =>
        claim.from <= from && to <= claim.to && figures.every((written) => written.some((figure) => holdsFigure(claim.part, figure))),
    )
  }
  const left = items.filter((item) => !isSaidBy(item, rule) && !isClaimed(item))
  return [...new Map(left.map(({ from, to }) => [from, { from, to }])).values()]
}

/** The figures in some words, each as the number that it is and as an amount of money. */
function figuresIn(words: string, currency: string): number[][] {
  return Array.from(words.matchAll(/\d+(?:[.,]\d+)?/g), ([text]) => {
    const figure = Number(text.replace(',', '.'))
    return [figure, Math.round(figure * 10 ** digitsOf(currency))]
  })
}

const holdsFigure = (part: string, figure: number): boolean => (part.match(/\d+(?:\.\d+)?/g) ?? []).some((text) => Number(text) === figure)
