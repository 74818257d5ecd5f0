import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { parse } from 'smol-toml'
import { keepWhole, readWhole } from '#app/platform/keep-whole.server.ts'
import { bundle } from '../../extensions/bundle-discount/bundle.mjs'
import type { FunctionSource } from '../simulator/discounts/function-host.ts'

const FOLDER = 'extensions/bundle-discount'

interface FunctionToml {
  readonly extensions: readonly [
    { readonly handle: string; readonly targeting: readonly [{ readonly input_query: string; readonly export: string }] },
  ]
}

let built: Promise<FunctionSource> | undefined

/** Our function as it is deployed: bundled, with the query that its configuration names. */
export function builtFunction(): Promise<FunctionSource> {
  return (built ??= build())
}

async function build(): Promise<FunctionSource> {
  const [{ handle, targeting }] = (parse(readFileSync(`${FOLDER}/shopify.extension.toml`, 'utf8')) as unknown as FunctionToml).extensions
  const [target] = targeting
  return {
    handle,
    title: 'Tandem bundle discount',
    code: await bundledOnce(),
    name: 'bundleDiscount',
    // Shopify's compiler writes its names so.
    call: target.export.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    inputQuery: readFileSync(`${FOLDER}/${target.input_query}`, 'utf8'),
  }
}

/** What the function is made of. */
const SOURCES = ['extensions/bundle-discount/**/*.{ts,mjs,graphql}', 'app/offers/*.ts', 'app/commerce/*.ts', 'package-lock.json']
const BUILT = '.data/functions'

/** Kept for whoever starts a local shop with the same sources. */
async function bundledOnce(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES).toSorted()) hash.update(path).update(readFileSync(path))
  const file = `${BUILT}/${hash.digest('hex').slice(0, 16)}.js`
  const known = await readWhole(file)
  if (known) return known.toString('utf8')
  const code = await bundle()
  await mkdir(BUILT, { recursive: true })
  await keepWhole(file, Buffer.from(code))
  return code
}
