import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { buildClientSchema, printSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql'
import { fetchSchemas, readSchemaFile } from './fetch-schema.ts'

/** One entry of the schema file's own list of access scopes. A `type` entry has no `fieldName`; any one scope is enough. */
export interface ScopeEntry {
  readonly type: 'type' | 'field'
  readonly typeName: string
  readonly fieldName?: string
  readonly requiredAccess: string
  readonly offlineScopes: readonly string[]
}

export const API_VERSION = '2026-07'

/** Shopify's Admin schema as published, without resolvers, and the scopes it asks for. The folder must hold its file. */
export async function readAdminSchema(folder: string): Promise<{ readonly schema: GraphQLSchema; readonly scopes: readonly ScopeEntry[] }> {
  const file = JSON.parse(gunzipSync(await readSchemaFile(folder, `admin_${API_VERSION}.json.gz`)).toString('utf8')) as {
    readonly data: IntrospectionQuery
    readonly offline_scopes: { readonly items: readonly ScopeEntry[] }
  }
  return { schema: buildClientSchema(file.data, { assumeValid: true }), scopes: file.offline_scopes.items }
}

/** Writes the schema as SDL for code generation, beside the file it came from. Returns its path. */
export async function printAdminSchema(folder: string): Promise<string> {
  await fetchSchemas(folder)
  const { schema } = await readAdminSchema(folder)
  const path = join(folder, `admin_${API_VERSION}.graphql`)
  await writeFile(path, printSchema(schema))
  return path
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await printAdminSchema(process.argv[2] ?? '.data/schemas'))
