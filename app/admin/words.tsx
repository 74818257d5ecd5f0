import { createContext, useContext, useMemo, type PropsWithChildren } from 'react'
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

const WordsContext = createContext<Words | undefined>(undefined)

export function WordsProvider({
  words,
  language,
  currency,
  children,
}: PropsWithChildren<{ words: Record<string, string>; language: string; currency: string }>) {
  const value = useMemo(() => wordsFor(words, language, currency), [words, language, currency])
  return <WordsContext.Provider value={value}>{children}</WordsContext.Provider>
}

/** The merchant's words; inside the admin only. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('Words are wanted outside the admin')
  return words
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
