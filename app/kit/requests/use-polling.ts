import { useFetchers, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Reads the page again every `ms` milliseconds while it is looked at; null never does. Not while something is being sent: the router
 * drops where an answer leads to once the page was read again after it was sent, and nothing would seem to have happened.
 */
export function usePolling(ms: number | null): void {
  const { revalidate, state } = useRevalidator()
  const isSending = useFetchers().some((fetcher) => fetcher.state === 'submitting')
  const mayRead = useRef(false)
  useEffect(() => {
    mayRead.current = state === 'idle' && !isSending
  })
  useEffect(() => {
    if (ms === null) return
    const beat = setInterval(() => mayRead.current && document.visibilityState === 'visible' && revalidate(), ms)
    return () => clearInterval(beat)
  }, [ms, revalidate])
}
