import { brotliCompressSync, gzipSync } from 'node:zlib'

/** A theme app extension's files: path inside its folder → content. */
export type ExtensionFiles = ReadonlyMap<string, string>

interface BlockSchema {
  readonly name?: string
  readonly target?: string
}

const kilobyte = 1024
const most = { blocks: 30, blockName: 25, liquid: 100 * kilobyte, locale: 15 * kilobyte }
/** Our own promise, stricter than Shopify's: of all files of a kind together, compressed; of scripts those that all blocks load. */
const ownMost = { '.js': 4 * kilobyte, '.css': 3 * kilobyte }
/** Loaded only in carts in which something can be swapped or is missing. */
const OF_CARTS = 'assets/tandem-cart.js'
const mostOfCarts = 2 * kilobyte
/** Loaded once the page stands, and only where something is measured. */
const OF_MEASURING = 'assets/tandem-measure.js'
const mostOfMeasuring = 1.5 * kilobyte
/** Written into the page where something is said of its product; pages come in Brotli. */
const OF_COPY = 'snippets/copy-script.liquid'
const mostOfCopy = 0.6 * kilobyte
const targets = ['section', 'head', 'body', 'compliance_head']

/** What Shopify, or our own promise, would refuse of these files; empty where all is well. It knows what Shopify’s CLI does not look at. */
export function platformOffences(files: ExtensionFiles): readonly string[] {
  const blocks = under(files, 'blocks/')
  const liquid = [...blocks, ...under(files, 'snippets/')]
  const bytes = liquid.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0)
  return [
    ...(blocks.length > most.blocks ? [`${blocks.length} blocks`] : []),
    ...(bytes > most.liquid ? [`${bytes} bytes of Liquid`] : []),
    ...blocks.flatMap(([path, content]) => blockOffences(path, content, files)),
    ...Object.entries(ownMost).flatMap(([kind, mostBytes]) => assetOffences(files, kind, mostBytes)),
    ...(gzipSync(files.get(OF_CARTS) ?? '').length > mostOfCarts ? [`${OF_CARTS}: too many bytes compressed for us`] : []),
    ...(gzipSync(files.get(OF_MEASURING) ?? '').length > mostOfMeasuring ? [`${OF_MEASURING}: too many bytes compressed for us`] : []),
    ...(compressedScript(files.get(OF_COPY) ?? '').length > mostOfCopy ? [`${OF_COPY}: too many bytes compressed for us`] : []),
    ...under(files, 'locales/').flatMap(([path, content]) => localeOffences(path, content, files)),
  ]
}

/** A snippet's script as it comes, without what is written of it for us. */
function compressedScript(snippet: string): Buffer {
  return brotliCompressSync(snippet.slice(snippet.indexOf('<script>')))
}

function under(files: ExtensionFiles, folder: string): readonly (readonly [path: string, content: string])[] {
  return [...files].filter(([path]) => path.startsWith(folder))
}

function blockOffences(path: string, content: string, files: ExtensionFiles): string[] {
  const written = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema/.exec(content)?.[1]
  const schema = JSON.parse(written ?? '{}') as BlockSchema
  return [
    ...namesOf(schema.name ?? '', files)
      .filter((name) => name.length > most.blockName || name === '')
      .map((name) => `${path}: name "${name}"`),
    ...(targets.includes(schema.target ?? '') ? [] : [`${path}: target ${schema.target}`]),
  ]
}

/** A translated name counts in every language. */
function namesOf(name: string, files: ExtensionFiles): string[] {
  if (!name.startsWith('t:')) return [name]
  const schemas = under(files, 'locales/').filter(([path]) => path.endsWith('.schema.json'))
  return schemas.map(([, content]) => String(leaves(JSON.parse(content)).get(name.slice(2)) ?? ''))
}

function assetOffences(files: ExtensionFiles, kind: string, mostBytes: number): string[] {
  const sizes = under(files, 'assets/').flatMap(([path, content]) =>
    path.endsWith(kind) && path !== OF_CARTS && path !== OF_MEASURING ? [gzipSync(content).length] : [],
  )
  const size = sizes.reduce((sum, one) => sum + one, 0)
  return size > mostBytes ? [`assets/*${kind}: ${size} bytes compressed, too many for us`] : []
}

/** Besides its size: every language has the first one's values to fill in. */
function localeOffences(path: string, content: string, files: ExtensionFiles): string[] {
  const size = Buffer.byteLength(content)
  const first = files.get(path.endsWith('.schema.json') ? 'locales/en.default.schema.json' : 'locales/en.default.json') ?? '{}'
  const said = leaves(JSON.parse(content))
  const unsaid = [...leaves(JSON.parse(first))].filter(
    ([key, words]) => said.has(key) && !wordsItself(key) && valuesIn(said.get(key)) !== valuesIn(words),
  )
  return [...(size > most.locale ? [`${path}: ${size} bytes`] : []), ...unsaid.map(([key]) => `${path}: ${key} has other values`)]
}

/** None, one and two are words in some languages. */
function wordsItself(key: string): boolean {
  return /\.(zero|one|two)$/.test(key)
}

function valuesIn(words: unknown): string {
  return typeof words === 'string'
    ? (words.match(/\{\{\s*\w+\s*\}\}/g) ?? [])
        .map((value) => value.replace(/\s/g, ''))
        .sort()
        .join()
    : 'nothing'
}

function leaves(tree: unknown, prefix = ''): ReadonlyMap<string, unknown> {
  if (typeof tree !== 'object' || tree === null) return new Map([[prefix, tree]])
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...leaves(value, prefix ? `${prefix}.${key}` : key)]))
}
