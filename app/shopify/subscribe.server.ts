import { env } from '#app/platform/env.server.ts'
import { callAdmin, refuseUserErrors } from './call-admin.server.ts'
import { OPTIONAL_TOPICS } from './optional-topics.ts'
import type { AdminApi } from './shopify.server.ts'

const OUR_SUBSCRIPTIONS = `#graphql
  query OurSubscriptions($topics: [WebhookSubscriptionTopic!]) {
    webhookSubscriptions(first: 50, topics: $topics) { nodes { topic uri } }
  }` as const

const SUBSCRIBE = `#graphql
  mutation Subscribe($topic: WebhookSubscriptionTopic!, $uri: String!) {
    webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) {
      userErrors { field message }
    }
  }` as const

/** Subscribes to what the granted scopes allow beyond the app's configuration. Doing it again changes nothing. */
export async function subscribe(admin: AdminApi, scopes: readonly string[], signal: AbortSignal): Promise<void> {
  const allowed = OPTIONAL_TOPICS.filter(({ scope }) => scopes.includes(scope)).map(({ topic }) => nameInApi(topic) as never)
  if (allowed.length === 0) return
  const uri = `${env.SHOPIFY_APP_URL}/webhooks`
  const { webhookSubscriptions } = await callAdmin(admin, OUR_SUBSCRIPTIONS, { topics: allowed }, { signal })
  for (const topic of allowed) {
    if (webhookSubscriptions.nodes.some((node) => node.topic === topic && node.uri === uri)) continue
    const { webhookSubscriptionCreate } = await callAdmin(admin, SUBSCRIBE, { topic, uri }, { signal })
    refuseUserErrors(webhookSubscriptionCreate?.userErrors ?? [])
  }
}

/** `customers/merge` is `CUSTOMERS_MERGE` there. */
export function nameInApi(topic: string): string {
  return topic.replace('/', '_').toUpperCase()
}
