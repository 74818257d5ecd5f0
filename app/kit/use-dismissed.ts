import { useCallback, useEffect, useState } from 'react'

/**
 * Whether something was dismissed for good in this browser, and what dismisses it. The server does not know: the page is drawn with it
 * first, so it stands where its going moves nothing else. Where a browser keeps nothing it is there again the next time.
 */
export function useDismissed(name: string): readonly [isDismissed: boolean, dismiss: () => void] {
  const [isDismissed, setDismissed] = useState(false)
  useEffect(() => {
    try {
      setDismissed(localStorage.getItem(name) !== null)
    } catch {
      // A browser that keeps nothing has not dismissed anything.
    }
  }, [name])
  const dismiss = useCallback(() => {
    setDismissed(true)
    try {
      localStorage.setItem(name, new Date().toISOString())
    } catch {
      // As above.
    }
  }, [name])
  return [isDismissed, dismiss]
}
