import { useBlocker, useNavigate } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useRef } from 'react'

/**
 * Holds the router on the page while something on it is unsaved: Shopify's admin asks the merchant, and answers only where they leave.
 * `onLeave` is told so before they do. `go` leaves without a question.
 */
export function useMayLeave(isUnsaved: boolean, onLeave: () => void): { readonly go: (to: string, options?: { replace: true }) => void } {
  const shopify = useAppBridge()
  const navigate = useNavigate()
  const isFree = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && !isFree.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    let isAsked = true
    void shopify.saveBar.leaveConfirmation?.().then(() => {
      if (!isAsked) return
      onLeave()
      blocker.proceed()
    })
    return () => {
      isAsked = false
    }
  }, [blocker, shopify, onLeave])
  return {
    go: (to, options) => {
      isFree.current = true
      void navigate(to, options)
    },
  }
}
