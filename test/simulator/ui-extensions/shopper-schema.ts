import { gunzipSync } from 'node:zlib'
import { buildClientSchema, graphql, type GraphQLSchema, type IntrospectionQuery } from 'graphql'
import type { Resolvers } from '../admin/ask.ts'
import { makeExecutable } from '../admin/executable-schema.ts'
import { readSchemaFile, type SchemaFile } from '../admin/fetch-schema.ts'
import type { ShopperAsk, ShopperResolvers } from './shopper-ask.ts'

/** One of Shopify's schemas for shoppers, with resolvers in it; what has none fails loudly. */
export async function loadShopperSchema(folder: string, file: SchemaFile, resolvers: ShopperResolvers): Promise<GraphQLSchema> {
  const { data } = JSON.parse(gunzipSync(await readSchemaFile(folder, file)).toString('utf8')) as { data: IntrospectionQuery }
  return makeExecutable(buildClientSchema(data, { assumeValid: true }), [], resolvers as unknown as Resolvers)
}

interface Asked {
  readonly query: string
  readonly variables?: Record<string, unknown>
}

/** Answers as Shopify does: with data, and with errors where something was asked that the schema does not have. */
export async function answerShopper(schema: GraphQLSchema, ask: ShopperAsk, { query, variables = {} }: Asked): Promise<object> {
  const { data, errors } = await graphql({ schema, source: query, variableValues: variables, contextValue: { ...ask } })
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(({ message }) => ({ message })) }) }
}
