import { useEffect, useRef } from 'react'

/**
 * Hands over each answer of a fetcher once; while it is not yet time, later. Null, where no answer came, is none. For a component that
 * stays whatever the answer changes: what an answer takes away from the page may be gone before it was ever drawn with its answer.
 */
export function useAnswer<Data>({ data }: { readonly data: Data | null | undefined }, take: (answer: Data) => void, isTime = true): void {
  const taken = useRef<Data>(undefined)
  useEffect(() => {
    if (!isTime || data == null || data === taken.current) return
    taken.current = data
    take(data)
  })
}
