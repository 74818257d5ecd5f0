import type { ActionFunctionArgs } from '@remix-run/node'
import { env } from '#app/env.server.ts'
import { storeDelivery } from '#app/ingest/inbox.server.ts'
import { keepAllowed } from '#app/ingest/keep-allowed.ts'
import { readBytes } from '#app/ingest/read-bytes.server.ts'
import { parseJson } from '#app/ingest/read-json.server.ts'
import { verifyWebhook } from '#app/ingest/verify-webhook.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { log } from '#app/log.server.ts'

/** Larger than any delivery of Shopify's. */
const MOST_BYTES = 5_000_000

/** Acknowledges a delivery once it is durably stored; what follows from it happens in the worker. */
export async function action({ request }: ActionFunctionArgs) {
  const body = await readBytes(request, MOST_BYTES)
  if (body === undefined) return new Response('The body is too large', { status: 413 })
  const verdict = verifyWebhook(request.headers, body, env.SHOPIFY_API_SECRET, Date.now())
  if (verdict.kind === 'refused') return new Response(verdict.why, { status: verdict.status })

  const { delivery } = verdict
  const reduced = keepAllowed(delivery.topic, parseJson(body))
  if (reduced.kind === 'broken') {
    log.warn({ shop: delivery.shop, topic: delivery.topic, why: reduced.why }, 'A signed delivery could not be read')
    return new Response(reduced.why, { status: 400 })
  }
  if (reduced.kind === 'kept' && (await storeDelivery(delivery, reduced.kept))) await enqueue('apply', delivery.shop)
  return new Response(null, { status: 200 })
}

/** Nobody browses here. */
export function loader() {
  return new Response('Deliveries are posted here', { status: 405, headers: { Allow: 'POST' } })
}
