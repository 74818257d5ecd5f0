import { useFetchers } from '@remix-run/react'
import { useAnswer } from './use-answer.ts'

/**
 * Hands over each answer of a fetcher once, when no fetcher is under way any more. Another page may follow only then: an
 * action that ends while that one is being prepared could take this page's data for the other's.
 */
export function useLastAnswer<Data>(fetcher: { readonly data: Data | undefined }, take: (answer: Data) => void): void {
  const isQuiet = useFetchers().every(({ state }) => state === 'idle')
  useAnswer(fetcher, take, isQuiet)
}
