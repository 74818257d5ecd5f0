import { isRouteErrorResponse } from '@remix-run/react'
import { refusedBy, type Refused } from '#app/kit/refused.ts'

/**
 * Why a request that threw got no answer. What is no failure goes on to the router: a redirect, and what was broken off because
 * nobody waits for it any more.
 */
export function whyUnanswered(error: unknown, { signal }: Request): Refused {
  if (signal.aborted || error instanceof Response) throw error
  return isRouteErrorResponse(error) ? refusedBy(error.status) : 'failed'
}
