import { mkdir, writeFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { readSchemaFile } from '../simulator/admin/fetch-schema.ts'
import { run } from './run.ts'

/** Lays Shopify's schema where `.graphqlrc.ts` and editors look for it, then types every GraphQL document of the app from it. */
const packed = await readSchemaFile('.data/schemas', 'admin_2026-07.json.gz')
const { data } = JSON.parse(gunzipSync(packed).toString('utf8')) as { data: unknown }
await mkdir('app/generated', { recursive: true })
await writeFile('app/generated/admin.schema.json', JSON.stringify(data))
process.exitCode = await run('node_modules/@graphql-codegen/cli/cjs/bin.js', ['--project', 'default'])
