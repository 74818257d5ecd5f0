import { expect, test } from 'vitest'
import { readCost, readFailure } from './read-failure.ts'

const throttleStatus = { maximumAvailable: 2000, currentlyAvailable: 4, restoreRate: 100 }
const extensions = { cost: { requestedQueryCost: 10, actualQueryCost: null, throttleStatus } }
const ofCode = (code: string) =>
  readFailure({ kind: 'graphql', message: 'no', body: { errors: { graphQLErrors: [{ extensions: { code } }] }, extensions } })
const ofStatus = (status: number, retryAfterSeconds?: number) => readFailure({ kind: 'status', status, text: '', retryAfterSeconds })

test('errors of GraphQL are weather or a refusal', () => {
  const cost = { requested: 10, actual: 0, throttle: { maximum: 2000, available: 4, restoreRate: 100 } }
  expect(ofCode('THROTTLED')).toEqual({ kind: 'throttled', cost })
  expect(ofCode('INTERNAL_SERVER_ERROR').kind).toBe('faltering')
  expect(ofCode('ACCESS_DENIED')).toEqual({ kind: 'refused', why: 'no' })
  expect(readFailure({ kind: 'graphql', message: 'no', body: 'no body' }).kind).toBe('refused')
})

test('so are statuses', () => {
  for (const status of [200, 408, 500, 502, 503, 504]) expect(ofStatus(status).kind).toBe('faltering')
  for (const status of [400, 402, 403, 404, 423]) expect(ofStatus(status).kind).toBe('refused')
  expect(ofStatus(401)).toEqual({ kind: 'access-lost' })
  expect(ofStatus(429, 1.5)).toEqual({ kind: 'too-many', afterMs: 1500 })
  expect(ofStatus(429, NaN)).toEqual({ kind: 'too-many', afterMs: undefined })
  expect(readFailure({ kind: 'network', message: 'reset' })).toEqual({ kind: 'unreachable', why: 'reset' })
})

test('points are read where they are told in full', () => {
  expect(readCost({ cost: { ...extensions.cost, actualQueryCost: 7 } })?.actual).toBe(7)
  expect(readCost({ cost: { requestedQueryCost: 10 } })).toBeUndefined()
  expect(readCost(undefined)).toBeUndefined()
})
