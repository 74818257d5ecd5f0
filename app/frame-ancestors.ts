/**
 * The Content-Security-Policy of every page of the admin: only this shop's own admin may frame it. Without a shop nobody
 * may. `localShopUrl` is the local shop's, which frames the app in its place.
 */
export function frameAncestors(shop: string | undefined, localShopUrl: string | undefined): string {
  if (shop === undefined) return "frame-ancestors 'none'"
  const frames = [`https://${shop}`, 'https://admin.shopify.com', ...(localShopUrl ? localOrigins(localShopUrl) : [])]
  return `frame-ancestors ${frames.join(' ')}`
}

/** A browser may know this machine by either name. */
function localOrigins(url: string): string[] {
  const { origin, port } = new URL(url)
  return [...new Set([origin, `http://localhost:${port}`, `http://*.localhost:${port}`])]
}
