import { z } from 'zod'
import type { Cost, Failure } from './outcome.ts'
import type { ClientError } from './shopify-failures.ts'

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

/** Why an ask failed. */
export function readFailure(error: ClientError): Failure {
  switch (error.kind) {
    case 'graphql':
      return ofErrors(error.message, error.body)
    case 'status':
      return ofStatus(error.status, error.text, error.retryAfterSeconds)
    case 'network':
      return { kind: 'unreachable', why: error.message }
  }
}

function ofErrors(message: string, body: unknown): Failure {
  const read = errors.safeParse(body)
  const codes = (read.data?.errors.graphQLErrors ?? []).map((error) => errorCode.safeParse(error).data?.extensions.code)
  if (codes.includes('THROTTLED')) return { kind: 'throttled', cost: readCost(read.data?.extensions) }
  if (codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || code === 'TIMEOUT')) return { kind: 'faltering', why: message }
  return { kind: 'refused', why: message }
}

function ofStatus(status: number, text: string, retryAfter: number | undefined): Failure {
  if (status === 401) return { kind: 'access-lost' }
  if (status === 429) return { kind: 'too-many', afterMs: milliseconds(retryAfter) }
  const why = `Shopify answered ${status} ${text}`.trim()
  // An answer of 200 that is no JSON is the page of some gateway in between.
  return status === 200 || status === 408 || status >= 500 ? { kind: 'faltering', why } : { kind: 'refused', why }
}

/** Retry-After counts seconds; a date in it reads as NaN. */
function milliseconds(retryAfter: number | undefined): number | undefined {
  return retryAfter !== undefined && Number.isFinite(retryAfter) && retryAfter >= 0 ? Math.ceil(retryAfter * 1000) : undefined
}
