import { createContext, useContext, useMemo, type PropsWithChildren } from 'react'
import { merchantWords } from '#app/wording/merchant-words.ts'
import type { Words } from '#app/wording/words.ts'

const WordsContext = createContext<Words | undefined>(undefined)

/** `currency` is the shop's, where it is known. */
export function WordsProvider({ currency, children }: PropsWithChildren<{ currency: string | undefined }>) {
  const words = useMemo(() => merchantWords(currency), [currency])
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

/** The merchant's words; inside the admin only. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('Words are wanted outside the admin')
  return words
}
