import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { fetchSchemas, readSchemaFile, SCHEMA_FILES, type SchemaFile } from './fetch-schema.ts'

const CACHE = '.data/schemas'
const names = Object.keys(SCHEMA_FILES) as SchemaFile[]
await fetchSchemas(CACHE)

const path = process.env['PATH']
afterEach(() => {
  process.env['PATH'] = path
})

async function aCache(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of names) await copyFile(join(CACHE, name), join(folder, name))
  return folder
}

test('what is cached is not fetched again', async () => {
  const folder = await aCache()
  process.env['PATH'] = ''
  await fetchSchemas(folder)
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
})

test('a changed file is not read, and what cannot be fetched is said in one line', async () => {
  const folder = await aCache()
  appendFileSync(join(folder, names[0]!), 'x')
  await expect(readSchemaFile(folder, names[0]!)).rejects.toThrow('missing or changed')
  process.env['PATH'] = ''
  const problem = await fetchSchemas(folder).catch((error: Error) => error.message)
  expect(problem).toMatch(/^Shopify's schemas could not be fetched[^\n]+$/)
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
})
