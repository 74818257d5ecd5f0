import { isProtected, mayHear, scopesFor } from '../webhooks/topic-scopes.ts'
import { topicName } from '../webhooks/subscriptions.ts'
import type { AppApproval } from './app-approval.ts'
import { isKnownScope, isOnRequest } from './known-scopes.ts'

interface Asked {
  readonly scopes: readonly string[]
  readonly optionalScopes: readonly string[]
  /** As deliveries name them: `orders/create`. */
  readonly topics: readonly string[]
  readonly hasProxy: boolean
}

export const NOT_APPROVED =
  'This app is not approved to subscribe to webhook topics containing protected customer data. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.'

/** Whether the app may hear of orders and customers: a custom app once that was chosen, a public one once it was granted. */
export const mayHearOfCustomers = ({ distribution, customerData }: AppApproval): boolean =>
  distribution === 'custom' || (distribution === 'public' && customerData)

/** What a deploy of such a configuration is refused with, as Shopify's CLI prints it; undefined where it is taken. */
export function refusalOf(asked: Asked, approval: AppApproval): string | undefined {
  const faults = [...scopeFaults(asked, approval), ...proxyFaults(asked), ...topicFaults(asked, approval)]
  if (faults.length === 0) return undefined
  return ["Version couldn't be created.", '', 'Validation errors', ...faults.map((fault) => `  • ${fault}`)].join('\n')
}

function scopeFaults({ scopes, optionalScopes }: Asked, approval: AppApproval): string[] {
  const isInvalid = (scope: string) => !isKnownScope(scope) || (isOnRequest(scope) && !approval.scopes.includes(scope))
  return Object.entries({ scopes, optional_scopes: optionalScopes }).flatMap(([field, named]) => {
    const invalid = named.filter(isInvalid)
    return invalid.length === 0 ? [] : [`${field}: These scopes are invalid - [${invalid.join(', ')}]`]
  })
}

function proxyFaults({ hasProxy, scopes, optionalScopes }: Asked): string[] {
  if (!hasProxy || [...scopes, ...optionalScopes].includes('write_app_proxy')) return []
  return ['app_proxy: Configuring an app proxy requires the write_app_proxy access scope']
}

function topicFaults({ topics, scopes }: Asked, approval: AppApproval): string[] {
  const unheard = topics.filter((topic) => !mayHear(topicName(topic), scopes))
  return [
    ...unheard.map((topic) => `${topic} takes the scope ${scopesFor(topicName(topic)).join(' or ')}`),
    ...(mayHearOfCustomers(approval) ? [] : topics.filter((topic) => isProtected(topicName(topic))).map(() => NOT_APPROVED)),
  ]
}
