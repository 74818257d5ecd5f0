import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { GraphqlTrouble } from '../weather/weather.ts'
import { inTrouble } from '../weather/request-trouble.ts'
import type { Ask } from './ask.ts'
import type { Installation } from './installation.ts'
import { actualCost, MOST_POINTS, requestedCost } from './query-cost.ts'
import { operationNames, rootFields } from './operation-names.ts'
import { readQuery } from './read-query.ts'
import type { Bucket } from './throttle.ts'
import { API_VERSION } from './schema.ts'

interface GraphqlBody {
  readonly query?: unknown
  readonly variables?: Readonly<Record<string, unknown>> | null
  readonly operationName?: string | null
}

/** `POST /admin/api/<version>/graphql.json` for one shop; undefined for other paths. */
export async function answerGraphql(request: Request, installation: Installation, schema: GraphQLSchema): Promise<Response | undefined> {
  const version = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(new URL(request.url).pathname)?.[1]
  if (version === undefined) return undefined
  if (version !== API_VERSION) return Response.json({ errors: 'Not Found' }, { status: 404 })
  if (request.method !== 'POST') return Response.json({ errors: 'Method Not Allowed' }, { status: 405 })
  const text = await request.text()
  const trouble = installation.weather.graphql.meet(() => operationNames(text))
  return inTrouble(trouble, request, async () => answerOrRefuse(request, text, trouble, installation, schema))
}

function answerOrRefuse(
  request: Request,
  text: string,
  trouble: GraphqlTrouble | undefined,
  installation: Installation,
  schema: GraphQLSchema,
): Response {
  const scopes = installation.tokens.use(request.headers.get('x-shopify-access-token') ?? '')
  if (!scopes)
    return Response.json({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }, { status: 401 })

  const body = bodyOf(text)
  if (typeof body.query !== 'string') return Response.json({ errors: { query: 'Required parameter missing or invalid' } }, { status: 400 })
  const ask: Ask = { trouble, installation, shop: installation.shop, scopes: new Set(scopes), now: installation.now(), schema }
  return Response.json(run({ ...body, query: body.query }, ask), { headers: { 'x-shopify-api-version': API_VERSION } })
}

function run({ query, variables, operationName }: GraphqlBody & { readonly query: string }, ask: Ask): object {
  const { document, errors } = readQuery(ask.schema, query)
  if (!document) return { errors }

  const { trouble } = ask
  const { bucket, calls } = ask.installation
  const report = (points: number, isThrottled = false): void =>
    calls.report(() => ({ fields: rootFields(document), variables: variables ?? {}, points, isThrottled }))
  const requested = requestedCost(ask.schema, document, variables ?? {})
  const cost = (actualQueryCost: number | null) => ({
    cost: { requestedQueryCost: requested, actualQueryCost, throttleStatus: statusOf(bucket, trouble, requested) },
  })
  if (requested > MOST_POINTS) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MOST_POINTS}).`
    return { errors: [{ message, extensions: { code: 'MAX_COST_EXCEEDED', cost: requested, maxCost: MOST_POINTS } }] }
  }
  if (trouble?.kind === 'throttled' || !bucket.take(requested)) {
    report(0, true)
    const documentation = 'https://shopify.dev/api/usage/rate-limits'
    return { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation } }], extensions: cost(null) }
  }
  if (trouble?.kind === 'broken') {
    report(requested)
    const message = 'Internal error. Looks like something went wrong on our end.'
    return { errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }], extensions: cost(requested) }
  }
  // Every resolver is synchronous, so is the answer.
  const result = execute({
    schema: ask.schema,
    document,
    contextValue: ask,
    variableValues: variables ?? null,
    operationName: operationName ?? null,
  }) as ExecutionResult
  const actual = actualCost(document, requested, result.data)
  bucket.giveBack(requested - actual)
  report(actual)
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors } : {}),
    extensions: cost(actual),
  }
}

/** Of whom the weather throttles, the bucket is said to be too empty. */
function statusOf(bucket: Bucket, trouble: GraphqlTrouble | undefined, requested: number): ReturnType<Bucket['status']> {
  const status = bucket.status()
  if (trouble?.kind !== 'throttled') return status
  return { ...status, currentlyAvailable: Math.min(status.currentlyAvailable, Math.max(0, requested - 1)) }
}

function bodyOf(text: string): GraphqlBody {
  try {
    return JSON.parse(text) as GraphqlBody
  } catch {
    return {}
  }
}
