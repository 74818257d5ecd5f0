import { join } from 'node:path'
import { build, type Rollup } from 'vite'

/** The scripts of the theme app extension: the one of all blocks, the one of carts in which something can be swapped or is missing, and the two of measuring. */
export const SCRIPTS = [
  { entry: 'main.ts', asset: 'tandem-offers.js' },
  { entry: 'main-of-carts.ts', asset: 'tandem-cart.js' },
  { entry: 'main-of-measuring.ts', asset: 'tandem-measure.js' },
  // Written into the page itself: a file would come after the paint.
  { entry: 'arm-before-paint.ts', asset: '../snippets/arm-script.liquid' },
] as const
export type Script = (typeof SCRIPTS)[number]

/** Where the theme app extension has a script that this folder is the source of. */
export const assetOf = ({ asset }: Script) => join(import.meta.dirname, '../theme-blocks/assets', asset)

/** A script as small as it gets: Shopify serves an extension's assets as they are. */
export async function bundle({ entry }: Script): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'tandem' },
      minify: 'terser',
      terserOptions: { compress: { passes: 3, ecma: 2020, toplevel: true }, mangle: { toplevel: true } },
    },
  })
  const [{ output }] = built as [Rollup.RollupOutput]
  return output[0].code
}
