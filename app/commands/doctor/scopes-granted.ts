import type { AppConfig } from './app-config.ts'
import { ill, well, type Finding } from './finding.ts'

/** What the merchant has granted against what the app's configuration asks for. */
export function scopesGranted(
  granted: readonly string[],
  { scopes, optionalScopes }: Pick<AppConfig, 'scopes' | 'optionalScopes'>,
): Finding {
  const missing = scopes.filter((scope) => !granted.includes(scope))
  const open = optionalScopes.filter((scope) => !granted.includes(scope))
  if (missing.length > 0)
    return ill(
      'Scopes',
      `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not granted.`,
      'Run npx shopify app deploy, then open the app in the shop’s admin.',
    )
  const rest = open.length === 0 ? 'and every optional one' : `and of the optional ones all but ${open.join(', ')}`
  return well('Scopes', `every one that shopify.app.toml asks for is granted, ${rest}`)
}
