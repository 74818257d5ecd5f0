import { createHmac, randomUUID } from 'node:crypto'
import { shopNamedIn } from '../simulator/state/shop-body.ts'
import { LOCAL_API_SECRET } from './app-processes.ts'

/** Posts a signed delivery as Shopify does, also one that no subscription of the shop would bring; what Shopify names its shop in is named. Returns the status. */
export async function deliver(
  appUrl: string,
  domain: string,
  topic: string,
  payload: unknown,
  webhookId: string = randomUUID(),
  triggeredAt = new Date(),
): Promise<number> {
  const body = JSON.stringify({ ...shopNamedIn(topic, { domain }), ...(payload as object) })
  const response = await fetch(`${appUrl}/webhooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-hmac-sha256': createHmac('sha256', LOCAL_API_SECRET).update(body).digest('base64'),
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': domain,
      'x-shopify-webhook-id': webhookId,
      'x-shopify-triggered-at': triggeredAt.toISOString(),
    },
    body,
  })
  await response.body?.cancel()
  return response.status
}
