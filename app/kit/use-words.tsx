import { createContext, useContext, useMemo, type PropsWithChildren } from 'react'
import { wordsFor, type Words } from '#app/wording/words.ts'

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
