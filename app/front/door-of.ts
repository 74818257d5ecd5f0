type Door = 'storefront' | 'webhooks' | 'events' | 'health' | 'assets' | 'admin'

/** Which door a path leads to: few words, whatever is asked for. */
export function doorOf(path: string): Door {
  if (path.startsWith('/proxy/')) return 'storefront'
  if (/^\/webhooks(\?|$)/.test(path)) return 'webhooks'
  if (/^\/events(\?|$)/.test(path)) return 'events'
  if (/^\/(healthz|readyz)(\?|$)/.test(path)) return 'health'
  return path.startsWith('/assets/') ? 'assets' : 'admin'
}
