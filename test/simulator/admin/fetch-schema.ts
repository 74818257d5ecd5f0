import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readTar } from './read-tar.ts'

/** Shopify publishes its schemas inside this package. Its data files are wanted, its many dependencies are not. */
const PACKAGE = '@shopify/dev-mcp@1.16.0'

export const SCHEMA_FILES = {
  'admin_2026-07.json.gz': '5bcde995c89c59acdb2ee494378d96f45ce7378a16ec829a74b71d696a08ef19',
  'functions_discount_2026-07.json.gz': 'fb475c174aa7a5b019441d1485e34205b091ea9c7763aaef62a7537a8cb261ac',
  'storefront-graphql_2026-07.json.gz': '201bfdb84283b614432b0eb1a054abd22285755fe2f67893c1ac0e0d9ce27f56',
  'customer_2026-07.json.gz': '97aca34dc7a3444ab55d52f979a97076d87c1b4a594749935ae57d8808e161ab',
} as const

export type SchemaFile = keyof typeof SCHEMA_FILES

/**
 * Makes sure that the folder holds Shopify's schema files, as published. Needs the npm registry once and nothing after
 * that. Throws an Error of one line when a file cannot be had or is not the file that was pinned.
 */
export async function fetchSchemas(folder: string): Promise<void> {
  const names = Object.keys(SCHEMA_FILES) as SchemaFile[]
  const missing: SchemaFile[] = []
  for (const name of names) if (!(await isCached(folder, name))) missing.push(name)
  if (missing.length === 0) return

  await mkdir(folder, { recursive: true })
  const scratch = await mkdtemp(join(folder, '.fetching-'))
  try {
    const archive = gunzipSync(await pack(scratch))
    for (const name of missing) {
      const data = readTar(archive, `package/dist/data/${name}`)
      if (!data || digest(data) !== SCHEMA_FILES[name]) throw new Error(`${PACKAGE} does not hold the ${name} that was pinned`)
      await writeFile(join(scratch, name), data)
      await rename(join(scratch, name), join(folder, name))
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The file's bytes out of the cache. Throws an Error of one line when it is not there or has been changed. */
export async function readSchemaFile(folder: string, name: SchemaFile): Promise<Buffer> {
  const data = await readFile(join(folder, name)).catch(() => undefined)
  if (!data || digest(data) !== SCHEMA_FILES[name])
    throw new Error(`${join(folder, name)} is missing or changed: run test/simulator/admin/fetch-schema.ts`)
  return data
}

async function isCached(folder: string, name: SchemaFile): Promise<boolean> {
  return readSchemaFile(folder, name).then(
    () => true,
    () => false,
  )
}

async function pack(scratch: string): Promise<Buffer> {
  const args = ['pack', PACKAGE, '--pack-destination', scratch, '--silent', '--ignore-scripts']
  const { stdout } = await promisify(execFile)('npm', args, { shell: process.platform === 'win32' }).catch((problem: Error) => {
    throw new Error(`Shopify's schemas could not be fetched (npm pack ${PACKAGE}): ${problem.message.split('\n')[1] ?? problem.message}`)
  })
  return readFile(join(scratch, stdout.trim()))
}

function digest(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await fetchSchemas(process.argv[2] ?? '.data/schemas').catch((problem: Error) => {
    console.error(problem.message)
    process.exitCode = 1
  })
}
