import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { API_VERSION } from '../schema.ts'
import type { Subscription } from '../../webhooks/subscriptions.ts'
import { isProtected, mayHear } from '../../webhooks/topic-scopes.ts'
import { NOT_APPROVED } from '../refused-config.ts'
import { subscriptionSource } from './own-sources.ts'

type OfSubscription = Resolver<Subscription>

interface Wanted {
  readonly uri?: string
  readonly format?: string
  readonly includeFields?: readonly string[]
  readonly filter?: string
}

const GONE = { field: ['id'], message: 'Webhook subscription does not exist' }

function refusal(ask: Ask, topic: string, { uri, format, filter }: Wanted): string | undefined {
  if (!mayHear(topic, ask.scopes)) return 'You do not have permission to create or update webhooks with this topic'
  if (isProtected(topic) && !ask.installation.app.mayHearOfCustomers) return NOT_APPROVED
  if (format === 'XML') return 'The local shop delivers JSON alone'
  if (filter) return 'The local shop does not filter deliveries'
  if (uri !== undefined && !/^https:\/\/|^\//.test(uri) && !uri.startsWith(`${ask.installation.app.url}/`))
    return 'Address protocol http:// is not supported'
  return undefined
}

function own(ask: Ask, topics: readonly string[] | null | undefined): Subscription[] {
  const all = ask.installation.subscriptions.all().map(({ id }) => subscriptionSource(ask, id))
  return all.filter((subscription) => subscription !== null).filter(({ topic }) => !topics || topics.includes(topic))
}

export const webhookSubscriptionResolvers: Resolvers = {
  QueryRoot: {
    webhookSubscription: ((_source, { id }, ask) => subscriptionSource(ask, numberOf('WebhookSubscription', id))) satisfies Resolver<
      unknown,
      { id: string }
    >,
    webhookSubscriptions: connection(
      (_source: unknown, { topics }: { topics?: readonly string[] | null }, ask) => own(ask, topics),
      ({ id }) => id,
    ),
    webhookSubscriptionsCount: (_source, _args, ask) => ({ count: own(ask, null).length, precision: 'EXACT' }),
  },
  Mutation: {
    webhookSubscriptionCreate: ((_source, { topic, webhookSubscription: wanted }, ask) => {
      const { subscriptions } = ask.installation
      const uri = wanted.uri ?? ''
      const taken = subscriptions.all().some((one) => !one.fromConfiguration && one.topic === topic && one.uri === uri)
      const why = taken
        ? 'Address for this topic has already been taken'
        : uri === ''
          ? "Address can't be blank"
          : refusal(ask, topic, wanted)
      if (why) return { webhookSubscription: null, userErrors: [{ field: ['webhookSubscription', 'uri'], message: why }] }
      const { id } = subscriptions.add({ topic, uri, includeFields: wanted.includeFields ?? [], fromConfiguration: false, at: ask.now })
      return { webhookSubscription: subscriptionSource(ask, id), userErrors: [] }
    }) satisfies Resolver<unknown, { topic: string; webhookSubscription: Wanted }>,
    webhookSubscriptionUpdate: ((_source, { id, webhookSubscription: wanted }, ask) => {
      const before = subscriptionSource(ask, numberOf('WebhookSubscription', id))
      if (!before) return { webhookSubscription: null, userErrors: [GONE] }
      const why = refusal(ask, before.topic, wanted)
      if (why) return { webhookSubscription: null, userErrors: [{ field: ['webhookSubscription'], message: why }] }
      const { uri = before.uri, includeFields = before.includeFields } = wanted
      ask.installation.subscriptions.change(before.id, { uri, includeFields }, ask.now)
      return { webhookSubscription: subscriptionSource(ask, before.id), userErrors: [] }
    }) satisfies Resolver<unknown, { id: string; webhookSubscription: Wanted }>,
    webhookSubscriptionDelete: ((_source, { id }, ask) => {
      const before = subscriptionSource(ask, numberOf('WebhookSubscription', id))
      if (before) ask.installation.subscriptions.remove(before.id)
      return before ? { deletedWebhookSubscriptionId: id, userErrors: [] } : { deletedWebhookSubscriptionId: null, userErrors: [GONE] }
    }) satisfies Resolver<unknown, { id: string }>,
  },
  WebhookSubscription: {
    id: ((subscription) => globalId('WebhookSubscription', subscription.id)) satisfies OfSubscription,
    legacyResourceId: ((subscription) => String(subscription.id)) satisfies OfSubscription,
    format: () => 'JSON',
    filter: () => null,
    name: () => null,
    metafieldNamespaces: () => [],
    metafields: () => [],
    apiVersion: () => ({ handle: API_VERSION, displayName: API_VERSION, supported: true }),
  },
}
