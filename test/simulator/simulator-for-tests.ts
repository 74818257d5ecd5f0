import { freePort } from '../../prisma/free-port.ts'
import { TOML } from './admin/admin-for-tests.ts'
import { fetchSchemas } from './admin/fetch-schema.ts'
import type { World } from './shop.ts'
import type { SimulatorOptions } from './simulator-options.ts'
import { startSimulator, type Simulator } from './simulator.ts'
import type { Weather } from './weather/weather.ts'

export interface TokenPair {
  readonly access_token: string
  readonly refresh_token: string
}

export interface ExportState {
  readonly status: string
  readonly errorCode: string | null
  readonly objectCount: string
  readonly url: string | null
  readonly partialDataUrl: string | null
}

/** A simulator of one shop, spoken to over HTTP as an app would. */
export interface OpenSimulator {
  readonly simulator: Simulator
  readonly domain: string
  readonly weather: Weather
  readonly exchange: () => Promise<TokenPair>
  readonly refresh: (token: string) => Promise<TokenPair>
  /** With a token that never expires, unless one is given. */
  readonly ask: (query: string, variables?: object, signal?: AbortSignal, token?: string) => Promise<Response>
  readonly startExport: (query: string) => Promise<string>
  readonly stateOf: (id: string) => Promise<ExportState>
  /** Starts an export and waits for its end. */
  readonly exported: (query: string) => Promise<ExportState>
  readonly close: () => Promise<void>
}

const STATE = 'query ($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount url partialDataUrl } }'
const START = 'mutation ($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id } userErrors { message } } }'

export async function openSimulator(world: World, options: Partial<SimulatorOptions> = {}): Promise<OpenSimulator> {
  await fetchSchemas('.data/schemas')
  const simulator = await startSimulator({
    port: await freePort(),
    appUrl: 'http://127.0.0.1:1',
    apiKey: 'key',
    apiSecret: 'local-shop-secret',
    worlds: [world],
    schemaFolder: '.data/schemas',
    extensionFolder: 'extensions/theme-blocks',
    drawPicture: () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
    appToml: TOML,
    retryDelays: [1, 1],
    ...options,
  })
  const { domain } = world.facts
  const token = async (said: object): Promise<TokenPair> => {
    const answer = await fetch(`${simulator.url}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: 'key', client_secret: 'local-shop-secret', ...said }),
    })
    if (!answer.ok) throw new Error(`No token: ${answer.status}`)
    return (await answer.json()) as TokenPair
  }
  const exchange = (expiring = '1'): Promise<TokenPair> =>
    token({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: simulator.sessionToken(domain),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring,
    })
  const { access_token: lasting } = await exchange('0').catch(async (error: Error) => {
    await simulator.stop()
    throw error
  })
  const ask: OpenSimulator['ask'] = (query, variables = {}, signal, accessToken = lasting) =>
    fetch(`${simulator.url}/admin/api/2026-07/graphql.json`, {
      method: 'POST',
      headers: { 'x-shopify-access-token': accessToken },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    })
  const answered = async (query: string, variables: object): Promise<Record<string, unknown>> =>
    ((await (await ask(query, variables)).json()) as { data: Record<string, unknown> }).data
  const startExport = async (q: string) =>
    ((await answered(START, { q }))['bulkOperationRunQuery'] as { bulkOperation: { id: string } }).bulkOperation.id
  const stateOf = async (id: string) => (await answered(STATE, { id }))['bulkOperation'] as ExportState
  return {
    ...{ simulator, domain, ask, startExport, stateOf, exchange },
    weather: simulator.weather(domain),
    refresh: (refresh) => token({ grant_type: 'refresh_token', refresh_token: refresh }),
    async exported(query) {
      const id = await startExport(query)
      for (;;) {
        const state = await stateOf(id)
        if (state.status !== 'CREATED' && state.status !== 'RUNNING') return state
      }
    },
    close: simulator.stop,
  }
}
