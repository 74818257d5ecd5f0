import { GraphqlQueryError, HttpRequestError, HttpResponseError, HttpThrottlingError } from '@shopify/shopify-api'
import type { ClientError } from './shopify-failures.ts'

/** Reads what the library's client threw; undefined where it was not the client that threw. */
export function readClientError(thrown: unknown): ClientError | undefined {
  if (thrown instanceof GraphqlQueryError) return { kind: 'graphql', message: thrown.message, body: thrown.body }
  if (thrown instanceof HttpResponseError) {
    const { code: status, statusText: text } = thrown.response
    return {
      kind: 'status',
      status,
      text,
      retryAfterSeconds: thrown instanceof HttpThrottlingError ? thrown.response.retryAfter : undefined,
    }
  }
  // In the admin the library makes a Response of the failure; the one of 401 has the page come again with a new token.
  if (thrown instanceof Response && thrown.status !== 401)
    return { kind: 'status', status: thrown.status, text: thrown.statusText, retryAfterSeconds: undefined }
  return thrown instanceof HttpRequestError ? { kind: 'network', message: thrown.message } : undefined
}
