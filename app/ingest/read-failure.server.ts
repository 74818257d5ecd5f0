import { GraphqlQueryError, HttpRequestError, HttpResponseError, HttpThrottlingError } from '@shopify/shopify-api'
import { z } from 'zod'
import { AccessLost, ShopifyUnreachable } from '#app/shopify-failures.ts'
import type { Cost, Failure } from './outcome.ts'

const costs = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    actualQueryCost: z.number().nullish(),
    throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number() }),
  }),
})
const errorCode = z.object({ extensions: z.object({ code: z.string() }) })
const errors = z.object({ errors: z.object({ graphQLErrors: z.array(z.unknown()) }), extensions: z.unknown().optional() })

/** Shopify's word on points in an answer's extensions; undefined where there is none. */
export function readCost(extensions: unknown): Cost | undefined {
  const read = costs.safeParse(extensions)
  if (!read.success) return undefined
  const { requestedQueryCost: requested, actualQueryCost, throttleStatus } = read.data.cost
  const { maximumAvailable: maximum, currentlyAvailable: available, restoreRate } = throttleStatus
  return { requested, actual: actualQueryCost ?? 0, throttle: { maximum, available, restoreRate } }
}

/** Why an ask failed, out of what the official client threw; undefined where that is no failure of Shopify's. */
export function readFailure(thrown: unknown): Failure | undefined {
  if (thrown instanceof AccessLost) return { kind: 'access-lost' }
  if (thrown instanceof ShopifyUnreachable) return { kind: 'unreachable', why: thrown.message }
  if (thrown instanceof GraphqlQueryError) return ofErrors(thrown)
  if (thrown instanceof HttpThrottlingError) return { kind: 'too-many', afterMs: milliseconds(thrown.response.retryAfter) }
  if (thrown instanceof HttpResponseError) return ofStatus(thrown.response.code, thrown.response.statusText)
  // In the admin the library makes a Response of the failure; the one of 401 has the page come again with a new token.
  if (thrown instanceof Response && thrown.status !== 401) return ofStatus(thrown.status, thrown.statusText)
  if (thrown instanceof HttpRequestError) return { kind: 'unreachable', why: thrown.message }
  return undefined
}

function ofErrors(thrown: GraphqlQueryError): Failure {
  const read = errors.safeParse(thrown.body)
  const codes = read.success ? read.data.errors.graphQLErrors.map((error) => errorCode.safeParse(error).data?.extensions.code) : []
  if (codes.includes('THROTTLED')) return { kind: 'throttled', cost: readCost(read.data?.extensions) }
  if (codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || code === 'TIMEOUT')) return { kind: 'faltering', why: thrown.message }
  return { kind: 'refused', why: thrown.message }
}

function ofStatus(status: number, text: string): Failure {
  if (status === 401) return { kind: 'access-lost' }
  if (status === 429) return { kind: 'too-many', afterMs: undefined }
  // An answer of 200 that is no JSON is the page of some gateway in between.
  if (status === 200 || status === 408 || status >= 500) return { kind: 'faltering', why: `Shopify answered ${status} ${text}`.trim() }
  return { kind: 'refused', why: `Shopify answered ${status} ${text}`.trim() }
}

/** Retry-After counts seconds; a date in it reads as NaN. */
function milliseconds(retryAfter: number | undefined): number | undefined {
  return retryAfter !== undefined && Number.isFinite(retryAfter) && retryAfter >= 0 ? Math.ceil(retryAfter * 1000) : undefined
}
