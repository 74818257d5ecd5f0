import { resolve } from 'node:path'
import type { Rollup } from 'vite'
import { keepBuilt } from './keep-built.ts'

const FOLDER = 'extensions/behavior-pixel'
/** An extension sees no more of the app than its nouns, its deals, the arm of a visit and what goes over the wire. */
const SOURCES = [`${FOLDER}/src/*.ts`, 'app/{commerce,offers,slots,serve}/**/*.ts', 'test/running/bundle-pixel.ts']

let built: Promise<string> | undefined

/** The script of the app's pixel, as Shopify's CLI makes it: one file that a worker runs. Built once of the same files. */
export const bundlePixel = (): Promise<string> => (built ??= keepBuilt(SOURCES, bundle))

async function bundle(): Promise<string> {
  const entry = resolve(`${FOLDER}/src/index.ts`)
  // Whoever never builds does not load what builds.
  const { build } = await import('vite')
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'pixel' }, minify: 'esbuild' },
  })
  const [{ output }] = made as [Rollup.RollupOutput]
  return output[0].code
}
