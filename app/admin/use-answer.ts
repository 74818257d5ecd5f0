import { useFetchers } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Hands over each answer of a fetcher once, when no fetcher is under way any more. Another page may follow only then: while
 * the framework still finds out which files that one needs, an action that ends would take this page's data for the other's.
 */
export function useAnswer<Data>({ data }: { readonly data: Data | undefined }, take: (answer: Data) => void): void {
  const isQuiet = useFetchers().every(({ state }) => state === 'idle')
  const taken = useRef<Data>(undefined)
  useEffect(() => {
    if (!isQuiet || data === undefined || data === taken.current) return
    taken.current = data
    take(data)
  })
}
