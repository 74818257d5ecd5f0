import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { bundle } from '../../extensions/bundle-discount/bundle.mjs'
import { keepBuilt } from '../running/keep-built.ts'
import type { FunctionSource } from '../simulator/discounts/function-host.ts'

const FOLDER = 'extensions/bundle-discount'
const SOURCES = [`${FOLDER}/**/*.{ts,mjs,graphql}`, 'app/offers/*.ts', 'app/commerce/*.ts']

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
    code: await keepBuilt(SOURCES, bundle),
    name: 'bundleDiscount',
    // Shopify's compiler writes its names so.
    call: target.export.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    inputQuery: readFileSync(`${FOLDER}/${target.input_query}`, 'utf8'),
  }
}
