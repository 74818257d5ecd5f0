import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useState } from 'react'
import type { AccessScope } from '#app/shopify/access-scopes.ts'
import { useWords } from './use-words.tsx'

/** Asks Shopify for one scope, or gives it back, and then has the app look at what is granted now. */
export function useScopeChange() {
  const shopify = useAppBridge()
  const { say } = useWords()
  const refresh = useFetcher()
  const [asking, setAsking] = useState<AccessScope>()
  async function change(how: 'request' | 'revoke', scope: AccessScope) {
    setAsking(scope)
    try {
      await shopify.scopes[how]([scope])
      void refresh.submit(JSON.stringify({ kind: 'access-changed' }), {
        method: 'post',
        encType: 'application/json',
        action: '/app/settings/privacy',
      })
    } catch {
      shopify.toast.show(say('scope.failed'), { isError: true })
    } finally {
      setAsking(undefined)
    }
  }
  return { change: (how: 'request' | 'revoke', scope: AccessScope) => void change(how, scope), asking }
}
