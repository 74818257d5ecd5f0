type Variables = Readonly<Record<string, string | undefined>>

/**
 * Shopify's CLI says in HOST where its tunnel begins, which is where browsers reach the app while `shopify app dev` runs; elsewhere
 * HOST says where to listen.
 */
export function readTunnel({ HOST, ...others }: Variables): Variables {
  return HOST && /^https?:\/\//.test(HOST) ? { ...others, SHOPIFY_APP_URL: HOST.replace(/\/$/, '') } : { HOST, ...others }
}
