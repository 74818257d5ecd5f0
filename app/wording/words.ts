import { formatMoney, type Minor } from '#app/commerce/money.ts'
import type { Say } from '#app/rules/conditions/say.ts'
import { sayFrom } from './say.ts'

export interface Words {
  readonly say: Say
  /** Writes an amount in minor units of the shop's currency. */
  readonly money: (amount: number) => string
  /** Writes a whole number with the language's separators. */
  readonly count: (number: number) => string
  readonly language: string
  readonly currency: string
}

/** The words of a locale file, and how its language writes numbers and amounts. */
export function wordsFor(words: Record<string, string>, language: string, currency: string): Words {
  const number = new Intl.NumberFormat(language)
  return {
    say: sayFrom(words),
    money: (amount) => formatMoney(amount as Minor, currency, language),
    count: (value) => number.format(value),
    language,
    currency,
  }
}
