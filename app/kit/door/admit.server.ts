import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readShopId } from '#app/commerce/ids.ts'
import { env } from '#app/platform/env.server.ts'
import { authenticateAdmin } from '#app/shopify/shopify.server.ts'
import { adminAddress, readLaunch } from './read-launch.ts'

const claims = z.object({ iss: z.string(), dest: z.string(), sub: z.string().regex(/^\d{1,15}$/), exp: z.number(), nbf: z.number() })

/**
 * Lets in whoever holds a session token of Shopify's, as Shopify's library judges it by signature, audience and time.
 * Shopify asks for more than the library looks at: a token must name one shop, twice alike, and when it begins and ends.
 * Throws the Response that belongs to a token that is none.
 */
export async function admit(request: Request): ReturnType<typeof authenticateAdmin> {
  const bearer = request.headers.get('authorization')?.replace('Bearer ', '')
  const { pathname, searchParams } = new URL(request.url)
  if (!bearer) leadOn(request.method, pathname, searchParams)
  const token = bearer || searchParams.get('id_token')
  if (token && !saysEnough(token)) throw new Response(null, { status: 401 })
  return authenticateAdmin(byAnyBrowser(request), token ?? undefined)
}

/** Throws the Response for an address without a token that opens nothing: the library's own would be an error, or lead astray. */
function leadOn(method: string, path: string, query: URLSearchParams): void {
  const launch = readLaunch(query)
  if (launch.kind === 'launch') return
  const isPage = method === 'GET' || method === 'HEAD'
  if (launch.kind === 'refused')
    throw new Response('This is not the address of a shop’s admin. Open the app from its Apps page.', { status: 400 })
  if (!isPage) throw new Response(null, { status: 401 })
  // A page's address is written without what the framework asks for its data by.
  const page = path.startsWith('/app') ? path.replace(/\.data$/, '') : '/app'
  throw redirect(launch.kind === 'outside' ? adminAddress(launch.shop, env.SHOPIFY_API_KEY, page) : '/')
}

/** What the library looks at of a request, but for the browser's name: it turns away those that a program steers, token or not. */
function byAnyBrowser({ url, method, headers }: Request): Request {
  const others = new Headers(headers)
  others.delete('user-agent')
  return new Request(url, { method, headers: others })
}

/** Reads what nobody has verified yet: true lets nobody in. */
function saysEnough(token: string): boolean {
  const body = claims.safeParse(readBody(token))
  if (!body.success) return false
  const { iss, dest } = body.data
  const shop = readShopId(dest.replace(/^https:\/\//, ''))
  return shop !== undefined && dest === `https://${shop}` && iss === `https://${shop}/admin`
}

function readBody(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
