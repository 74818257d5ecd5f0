import { shopNamedIn } from '../../state/shop-body.ts'
import { optionalScopes, grantedScopes, type Installation } from '../installation.ts'

/** As App Bridge tells it. */
export interface ScopesDetail {
  readonly granted: readonly string[]
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

export function scopesDetail(installation: Installation): ScopesDetail {
  return {
    granted: grantedScopes(installation),
    required: installation.app.scopes,
    optional: optionalScopes(installation),
  }
}

/**
 * The merchant grants optional scopes, or takes them back: living tokens can at once do what is granted now, and the app
 * is told where that is a change. Throws for a scope that the app's configuration does not name as optional.
 */
export function changeScopes(installation: Installation, change: 'grant' | 'revoke', scopes: readonly string[]): ScopesDetail {
  const { app, shop, optional, tokens, tell } = installation
  const unknown = scopes.find((scope) => !app.optionalScopes.includes(scope))
  if (unknown !== undefined) throw new Error(`${unknown} is no optional scope of the app's configuration`)
  const previous = grantedScopes(installation)
  for (const scope of scopes) {
    if (change === 'grant') optional.add(scope)
    else optional.delete(scope)
  }
  const current = grantedScopes(installation)
  if (previous.length !== current.length) {
    tokens.rescope(current)
    const updated_at = installation.now().toISOString()
    tell({
      topic: 'app/scopes_update',
      payload: { id: `gid://shopify/App/${app.id}`, ...shopNamedIn('app/scopes_update', shop.facts), previous, current, updated_at },
    })
  }
  return scopesDetail(installation)
}
