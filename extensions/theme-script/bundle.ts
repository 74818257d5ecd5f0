import { join } from 'node:path'
import { build, type Rollup } from 'vite'

/** The scripts of the theme app extension: the one of all blocks, the one of carts in which something can be swapped or is missing, the two of measuring, and the one of what is said of a product. */
export const SCRIPTS = [
  { entry: 'main.ts', asset: 'tandem-offers.js' },
  { entry: 'main-of-carts.ts', asset: 'tandem-cart.js' },
  { entry: 'main-of-measuring.ts', asset: 'tandem-measure.js' },
  // Written into the page itself: a file would come after the paint.
  { entry: 'arm-before-paint.ts', asset: '../snippets/arm-script.liquid' },
  { entry: 'copy-before-paint.ts', asset: '../snippets/copy-script.liquid' },
] as const
export type Script = (typeof SCRIPTS)[number]

/** Where the theme app extension has a script that this folder is the source of. */
export const assetOf = ({ asset }: Script) => join(import.meta.dirname, '../theme-blocks/assets', asset)

/** A script as small as it gets: Shopify serves an extension's assets as they are. */
export async function bundle({ entry, asset }: Script): Promise<string> {
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
  const { code } = output[0]
  if (asset.endsWith('copy-script.liquid')) return `${WRITTEN}{%- enddoc -%}\n<script>${code.trim()}</script>\n`
  return asset.endsWith('.liquid') ? inPage(code) : code
}

const WRITTEN = `{%- doc -%}
  Written by extensions/theme-script/renew.ts.
`

/** A script that is written into the page, and what the other one of measuring finds beside it. */
const inPage = (code: string) => `${WRITTEN}
  @param {object} note - How the shop is measured.
{%- enddoc -%}
<script data-tandem-note="{{ note | json | escape }}" data-cart-url="{{ routes.cart_update_url }}.js" data-items="{{ cart.item_count }}" data-carried="{{ cart.attributes._tandem_visit | escape }}">${code.trim()}</script>
`
