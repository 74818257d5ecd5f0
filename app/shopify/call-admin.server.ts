import { setTimeout as wait } from 'node:timers/promises'
import type { AdminOperations } from '@shopify/admin-api-client'
import { Sayable } from '#app/platform/failure.ts'
import { parseKeepable } from '#app/platform/parse-keepable.ts'
import { withTimeout } from '#app/platform/with-timeout.server.ts'
import { readClientError } from './client-error.server.ts'
import type { Failure, Outcome } from './outcome.ts'
import { openPace, type Pace } from './pace.ts'
import { persist } from './persist.ts'
import { readCost, readFailure } from './read-failure.ts'
import { AccessLost, ShopifyUnreachable } from './shopify-failures.ts'
import type { AdminApi } from './shopify.server.ts'

type Asked = Parameters<AdminApi['graphql']>[1]
type Answer<Document extends keyof AdminOperations> = AdminOperations[Document]['return']

/** Shopify answered, but not with data. */
export class ShopifyRefused extends Sayable {
  override name = 'ShopifyRefused'
}

export interface CallOptions {
  /** Ends the ask; what has been sent may be done all the same. */
  readonly signal?: AbortSignal
  /** Whether asking twice does no harm. A query always bears it, a mutation where the caller says so. */
  readonly repeatable?: boolean
  /** Milliseconds that waiting for better weather may take. */
  readonly patience?: number
}

/** An answer that takes longer will not come. */
const TIME_LIMIT = 10_000
const PATIENCE = 60_000

const paces = new WeakMap<AdminApi, Pace>()

/**
 * Runs one of our GraphQL documents and returns its data, through throttling, faults and silence. Throws ShopifyRefused
 * when Shopify says no, ShopifyUnreachable when bad weather outlasts the patience, AccessLost when the token is worth
 * nothing, and the signal's reason when that ends it.
 */
export async function callAdmin<Document extends keyof AdminOperations>(
  admin: AdminApi,
  document: Document,
  variables?: AdminOperations[Document]['variables'],
  { signal, repeatable = isQuery(String(document)), patience = PATIENCE }: CallOptions = {},
): Promise<Answer<Document>> {
  const outcome = await persist(
    () => askOnce<Answer<Document>>(admin, String(document), { variables } as Asked, signal),
    { repeatable, patience },
    { luck: Math.random, wait: (pause) => wait(pause, undefined, { signal }) },
  )
  if (outcome.kind === 'answered') return outcome.data
  throw toError(outcome)
}

async function askOnce<Data>(admin: AdminApi, document: string, asked: Asked, signal?: AbortSignal): Promise<Outcome<Data>> {
  const pace = paceOf(admin)
  const taken = pace.pointsOf(document)
  const pause = pace.take(taken)
  let outcome: Outcome<Data> | undefined
  try {
    if (pause > 0) await wait(pause, undefined, { signal })
    signal?.throwIfAborted()
    const response = await withTimeout(TIME_LIMIT, signal, (ending) => admin.graphql(document, { ...asked, signal: ending } as Asked))
    const { data, extensions } = parseKeepable(await response.text()) as { data?: Data | null; extensions?: unknown }
    const cost = readCost(extensions)
    outcome =
      data === undefined || data === null ? { kind: 'refused', why: 'Shopify answered without data' } : { kind: 'answered', data, cost }
  } catch (thrown) {
    signal?.throwIfAborted()
    outcome = failureOf(thrown)
    if (!outcome) throw thrown
  } finally {
    pace.ended(document, taken, outcome && 'cost' in outcome ? outcome.cost : undefined)
  }
  return outcome
}

/** Undefined where what was thrown is no failure of Shopify's. */
function failureOf(thrown: unknown): Failure | undefined {
  if (thrown instanceof AccessLost) return { kind: 'access-lost' }
  if (thrown instanceof ShopifyUnreachable) return { kind: 'unreachable', why: thrown.message }
  const error = readClientError(thrown)
  return error && readFailure(error)
}

function paceOf(admin: AdminApi): Pace {
  let pace = paces.get(admin)
  if (!pace) paces.set(admin, (pace = openPace(() => performance.now())))
  return pace
}

function isQuery(document: string): boolean {
  const first = document.split('\n').find((line) => !/^\s*(?:#|$)/.test(line))
  return /^\s*query\b/.test(first ?? '')
}

function toError(failure: Failure): Error {
  switch (failure.kind) {
    case 'throttled':
    case 'too-many':
      return new ShopifyUnreachable('Shopify has been asked too much for too long')
    case 'faltering':
    case 'unreachable':
      return new ShopifyUnreachable(failure.why)
    case 'access-lost':
      return new AccessLost('Shopify no longer lets the app into the shop')
    case 'refused':
      return new ShopifyRefused(failure.why)
  }
}

/** Throws ShopifyRefused with every message when a mutation reports errors of its input. */
export function refuseUserErrors(errors: readonly { readonly message: string; readonly field?: readonly string[] | null }[]): void {
  if (errors.length === 0) return
  throw new ShopifyRefused(errors.map(({ field, message }) => (field ? `${field.join('.')}: ${message}` : message)).join('; '))
}
