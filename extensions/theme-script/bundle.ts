import { join } from 'node:path'
import { build, type Rollup } from 'vite'

/** Where the theme app extension has the script that this folder is the source of. */
export const asset = join(import.meta.dirname, '../theme-blocks/assets/tandem-offers.js')

/** The one script of all blocks, as small as it gets: Shopify serves an extension's assets as they are. */
export async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'main.ts')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'tandem' },
      minify: 'terser',
      terserOptions: { compress: { passes: 3, ecma: 2020, toplevel: true }, mangle: { toplevel: true } },
    },
  })
  const [{ output }] = built as [Rollup.RollupOutput]
  return output[0].code
}
