import { useAppBridge } from '@shopify/app-bridge-react'
import { useState } from 'react'
import { useAction } from '#app/kit/requests/use-action.ts'
import type { AccessScope } from '#app/shopify/access-scopes.ts'

/** Asks Shopify for one scope, or gives it back, and then has the app look at what is granted now. `failed` is the one that it did not change. */
export function useScopeChange() {
  const shopify = useAppBridge()
  const refresh = useAction('/app/settings/privacy')
  const [asking, setAsking] = useState<AccessScope>()
  const [failed, setFailed] = useState<AccessScope>()
  async function change(how: 'request' | 'revoke', scope: AccessScope) {
    setAsking(scope)
    setFailed(undefined)
    try {
      await shopify.scopes[how]([scope])
      refresh.send('post', { kind: 'access-changed' })
    } catch {
      setFailed(scope)
    } finally {
      setAsking(undefined)
    }
  }
  return { change: (how: 'request' | 'revoke', scope: AccessScope) => void change(how, scope), asking, failed }
}
