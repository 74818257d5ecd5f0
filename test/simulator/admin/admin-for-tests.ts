import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphQLSchema } from 'graphql'
import { onTestFinished } from 'vitest'
import { openShop } from '../state/open-shop.ts'
import type { ShopEvent, ShopState } from '../state/shop-state.ts'
import type { World } from '../shop.ts'
import { readAppConfig } from './app-config.ts'
import { loadExecutableSchema } from './executable-schema.ts'
import { fetchSchemas } from './fetch-schema.ts'
import { answerGraphql } from './graphql-door.ts'
import { grantedScopes, install, offerApp, type Installation } from './installation.ts'
import { allResolvers } from './resolvers/resolvers.ts'

const SCHEMAS = '.data/schemas'

export const TOML = `
name = "Tandem"
[access_scopes]
scopes = "read_products,write_products,read_orders,read_all_orders,read_customers,read_themes"
[[webhooks.subscriptions]]
topics = ["orders/create", "products/update"]
uri = "/webhooks"
[product.metafields.app.offers]
type = "list.product_reference"
access.storefront = "public_read"
`

export interface AdminAnswer {
  readonly data?: Record<string, unknown> | null
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as different as the questions
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions?: Record<string, any> }[]
  readonly extensions?: {
    readonly cost: { readonly requestedQueryCost: number; readonly throttleStatus: { readonly currentlyAvailable: number } }
  }
}

export interface OpenAdmin {
  readonly installation: Installation
  readonly shop: ShopState
  readonly told: readonly ShopEvent[]
  /** Asks with a token of the app's scopes, or of those given. */
  readonly ask: (query: string, variables?: object, scopes?: readonly string[]) => Promise<AdminAnswer>
}

/** Shopify's schema with all resolvers; once per test file, it takes a second. */
export async function testSchema(): Promise<GraphQLSchema> {
  await fetchSchemas(SCHEMAS)
  return loadExecutableSchema(SCHEMAS, allResolvers)
}

/** A shop of that world with the app installed in it, for the test that is running. */
export function openAdmin(schema: GraphQLSchema, world: World, now: () => Date = () => new Date('2026-07-01T12:00:00Z')): OpenAdmin {
  const told: ShopEvent[] = []
  const filesFolder = mkdtempSync(join(tmpdir(), 'bulk-test-'))
  onTestFinished(() => rmSync(filesFolder, { recursive: true }))
  const shop = openShop(world, now)
  const installation = offerApp({
    app: readAppConfig(TOML, { key: 'key', secret: 'local-shop-secret', url: 'http://localhost:1' }),
    shop,
    now,
    storefrontUrl: 'http://tiny.localhost:1',
    filesUrl: 'http://127.0.0.1:1',
    filesFolder,
    tell: (event) => void told.push(event),
  })
  install(installation)
  return {
    installation,
    shop,
    told,
    async ask(query, variables = {}, scopes = grantedScopes(installation)) {
      const { accessToken } = installation.tokens.grant('offline', scopes)
      const request = new Request('http://tiny.localhost/admin/api/2026-07/graphql.json', {
        method: 'POST',
        headers: { 'x-shopify-access-token': accessToken },
        body: JSON.stringify({ query, variables }),
      })
      return (await (await answerGraphql(request, installation, schema))!.json()) as AdminAnswer
    },
  }
}
