import type { LoaderFunctionArgs } from '@remix-run/node'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { loadStory } from './load-story.server.ts'

/**
 * Blocks of ours on Shopify's own pages run on a domain of Shopify's. No cookie lets anybody in here, a session token alone, so that it
 * is no matter which page asks.
 */
const FROM_ANYWHERE = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Authorization', 'Cache-Control': 'no-store' }

/** An order's story as JSON, for the block on Shopify's order page. A browser asks before it whether it may: that needs no token. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: FROM_ANYWHERE })
  try {
    const { id } = await merchantOf(request)
    return Response.json(await loadStory(id, params['id'] ?? ''), { headers: FROM_ANYWHERE })
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    // What is refused can be read there, too: an answer that says nothing of its reader looks like an app that is away.
    const { body, status, headers } = thrown
    throw new Response(body, { status, headers: { ...Object.fromEntries(headers), ...FROM_ANYWHERE } })
  }
}
