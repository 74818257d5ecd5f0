import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { z } from 'zod'

const schema = z.object({ app_proxy: z.object({ prefix: z.string(), subpath: z.string() }) })

/**
 * Where a shop's storefront passes requests on to the app, unless its merchant has moved it: what `shopify app deploy` carries over.
 * Undefined where the file was not deployed with the app: then no storefront is told of the proxy. Throws where it is out of shape.
 */
export function readProxyPath(file = 'shopify.app.toml'): string | undefined {
  if (!existsSync(file)) return undefined
  const { app_proxy: proxy } = schema.parse(parse(readFileSync(file, 'utf8')))
  return `/${proxy.prefix}/${proxy.subpath}`
}
