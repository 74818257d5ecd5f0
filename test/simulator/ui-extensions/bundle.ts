import type { Rollup } from 'vite'
import type { UiExtension } from './read-extensions.ts'

const ENTRY = 'virtual:extension'

/** The script of one block as Shopify’s CLI makes it: the module’s default export, handed to `shopify.extend` for its target. */
export async function bundleExtension({ target, module }: Pick<UiExtension, 'target' | 'module'>): Promise<string> {
  const source = `import draw from ${JSON.stringify(module)}\nshopify.extend(${JSON.stringify(target)}, (...args) => draw(...args))`
  return bundle(ENTRY, source)
}

/** A script that a page or a worker runs as it is. */
export async function bundleScript(file: string): Promise<string> {
  return bundle(ENTRY, `import ${JSON.stringify(file)}`)
}

async function bundle(entry: string, source: string): Promise<string> {
  // Whoever never builds does not load what builds.
  const { build } = await import('vite')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    plugins: [
      { name: 'entry', resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null), load: (id) => (id === `\0${entry}` ? source : null) },
    ],
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'extension' }, minify: 'esbuild' },
  })
  const [{ output }] = built as [Rollup.RollupOutput]
  return output[0].code
}
