import type { Ask } from '../ask.ts'
import type { BulkOperation } from '../bulk/bulk-operations.ts'
import { asType } from '../type-name.ts'
import type { Subscription } from '../../webhooks/subscriptions.ts'

/** What the app itself has made in the shop. */
export function bulkSource(ask: Ask, id: number | undefined): BulkOperation | null {
  const found = ask.installation.bulk.all().find((operation) => operation.id === id)
  return found ? asType('BulkOperation', found) : null
}

/** Null as well for subscriptions of the configuration file, which the API does not show. */
export function subscriptionSource(ask: Ask, id: number | undefined): Subscription | null {
  const found = ask.installation.subscriptions.all().find((subscription) => subscription.id === id && !subscription.fromConfiguration)
  return found ? asType('WebhookSubscription', found) : null
}
