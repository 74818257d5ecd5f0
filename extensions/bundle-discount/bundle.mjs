import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = import.meta.dirname

/** The function in one file, as a script that leaves `bundleDiscount` behind: what Shopify's compiler takes, but for its wrapping. */
export async function bundle() {
  const entry = join(folder, 'src/cart-lines-discounts-generate-run.ts')
  // Whoever never builds does not load what builds.
  const { build } = await import('vite')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    publicDir: false,
    build: { write: false, target: 'es2020', lib: { entry, formats: ['iife'], name: 'bundleDiscount' }, minify: 'esbuild' },
  })
  const [first] = Array.isArray(built) ? built : []
  if (!first || !('output' in first)) throw new Error('Nothing was built')
  return first.output[0].code
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await mkdir(join(folder, 'dist'), { recursive: true })
  await writeFile(join(folder, 'dist/function.js'), await bundle())
}
