import { resolve } from 'node:path'
import type { Rollup } from 'vite'

let built: Promise<string> | undefined

/** The script of the app's pixel, as Shopify's CLI makes it: one file that a worker runs. Built once. */
export const bundlePixel = (): Promise<string> => (built ??= bundle())

async function bundle(): Promise<string> {
  const entry = resolve('extensions/behavior-pixel/src/index.ts')
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
