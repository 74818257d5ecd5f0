import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { readProxyPath } from '#app/shopify/proxy-path.server.ts'

const schema = z.object({
  client_id: z.string(),
  application_url: z.string(),
  access_scopes: z.object({ scopes: z.string(), optional_scopes: z.array(z.string()).default([]) }),
})

/** What `shopify app deploy` carries over. */
export interface AppConfig {
  readonly clientId: string
  readonly address: string
  readonly scopes: readonly string[]
  readonly optionalScopes: readonly string[]
  /** Where a shop's storefront passes requests on to us, unless its merchant has moved it. */
  readonly proxyPath: string
}

/** Throws where the file cannot be read; Shopify's CLI says more of why. */
export function readAppConfig(path = 'shopify.app.toml'): AppConfig {
  const { client_id: clientId, application_url: address, access_scopes: access } = schema.parse(parse(readFileSync(path, 'utf8')))
  const proxyPath = readProxyPath(path)
  if (proxyPath === undefined) throw new Error(`${path} names no app proxy`)
  return {
    clientId,
    address: address.replace(/\/$/, ''),
    scopes: access.scopes.split(',').map((scope) => scope.trim()),
    optionalScopes: access.optional_scopes,
    proxyPath,
  }
}
