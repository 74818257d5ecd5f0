import type { ShopId } from '#app/commerce/ids.ts'
import { lastDeliveryAt } from '#app/inbox/last-delivery.server.ts'
import { env } from '#app/platform/env.server.ts'
import { OPTIONAL_TOPICS } from '#app/shopify/optional-topics.ts'
import { nameInApi } from '#app/shopify/subscribe.server.ts'
import { ill, unknown, well, type Finding } from './finding.ts'

const DAY = 24 * 60 * 60_000
/** Every sale and every change of a product is told. */
const QUIET_DAYS = 3

/**
 * What the app subscribes to itself can be asked for; what its configuration subscribes to Shopify lists nowhere, so of that we know
 * only when something was last heard.
 */
export async function lookAtWebhooks(
  shop: ShopId,
  installedAt: Date,
  granted: readonly string[],
  subscribed: readonly { readonly topic: string; readonly uri: string }[],
): Promise<readonly Finding[]> {
  const uri = `${env.SHOPIFY_APP_URL}/webhooks`
  const missing = OPTIONAL_TOPICS.filter(
    ({ topic, scope }) => granted.includes(scope) && !subscribed.some((one) => one.topic === nameInApi(topic) && one.uri === uri),
  ).map(({ topic }) => topic)
  return [
    missing.length === 0
      ? well('Webhooks', 'every topic that goes with an optional scope is subscribed to')
      : ill(
          'Webhooks',
          `${missing.join(' and ')}: no subscription leads to ${uri}.`,
          'The worker mends that at night; its log says why it could not.',
        ),
    heard(await lastDeliveryAt(shop), installedAt, Date.now()),
  ]
}

function heard(last: Date | undefined, installedAt: Date, now: number): Finding {
  const what = 'Deliveries'
  const quietFor = Math.floor((now - (last ?? installedAt).getTime()) / DAY)
  const mend = 'Run npx shopify app deploy, and look in the Dev Dashboard at where deliveries go and how they end.'
  if (last && quietFor < QUIET_DAYS) return well(what, `last heard at ${last.toISOString()}`)
  if (quietFor >= QUIET_DAYS) return ill(what, `nothing was heard for ${quietFor} days.`, mend)
  return unknown(what, 'nothing was heard yet.', 'Change a product in the shop, then look again.')
}
