import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Liquid } from 'liquidjs'
import type { Settings, TemplateBlock } from './json-template.ts'
import type { LiquidGlobals } from './liquid/open-liquid.ts'
import { openLiquid } from './liquid/open-liquid.ts'
import { readWords } from './liquid/words.ts'

/** What Shopify takes from a theme app extension to draw one of its blocks. */
export interface DrawnBlock {
  readonly html: string
  readonly target: BlockSchema['target']
  /** File names of the extension's assets; the page includes each once. */
  readonly stylesheet: string | undefined
  readonly javascript: string | undefined
}

export interface BlockSchema {
  readonly name: string
  readonly target: 'section' | 'body' | 'head' | 'compliance_head'
  readonly stylesheet?: string
  readonly javascript?: string
  /** Of an app's block: the templates that it is for; all where it says nothing. */
  readonly enabled_on?: { readonly templates?: readonly string[]; readonly groups?: readonly string[] }
  /** Of a theme's section: what it takes. */
  readonly blocks?: readonly { readonly type: string }[]
  readonly settings?: readonly BlockSetting[]
}

interface BlockSetting {
  readonly type?: string
  readonly id?: string
  readonly label?: string
  readonly default?: unknown
  readonly min?: number
  readonly max?: number
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

export type DrawBlock = (id: string, block: TemplateBlock, globals: LiquidGlobals) => Promise<DrawnBlock>

/** Draws the blocks of one extension; `type` of a block is `shopify://apps/APP/blocks/NAME/UID`. Throws where there is none of that name. */
export function openAppBlocks(extensionFolder: string): DrawBlock {
  const engine = openLiquid({
    root: extensionFolder,
    snippets: join(extensionFolder, 'snippets'),
    words: readWords(join(extensionFolder, 'locales'), '.json'),
    assetUrl: extensionAssetUrl,
  })
  return async (id, block, globals) => {
    const name = /^shopify:\/\/apps\/[^/]+\/blocks\/([\w-]+)\//.exec(block.type)?.[1]
    if (!name) throw new Error(`Not an app's block: ${block.type}`)
    const source = readFileSync(join(extensionFolder, 'blocks', `${name}.liquid`), 'utf8')
    const schema = readSchema(source)
    const settings = { ...defaultsOf(schema), ...block.settings }
    const html = await draw(engine, source, { id, settings }, globals)
    const { target, stylesheet, javascript } = schema
    return { html: target.endsWith('head') ? html : wrapped(id, html), target, stylesheet, javascript }
  }
}

export function extensionAssetUrl(file: string): string {
  return `/cdn/extensions/${file}`
}

function draw(engine: Liquid, source: string, block: { id: string; settings: Settings }, globals: LiquidGlobals): Promise<string> {
  const attributes = globals.request.design_mode ? `data-shopify-editor-block='{"id":"${block.id}"}'` : ''
  return engine.parseAndRender(source, { block: { ...block, shopify_attributes: attributes } }, { globals })
}

/** Shopify's own wrapper, which is there even around nothing. */
function wrapped(id: string, html: string): string {
  return `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${html.trim()}</div>`
}

/** What a block or a section says of itself. Throws where it says nothing. */
export function readSchema(source: string): BlockSchema {
  const written = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema/.exec(source)?.[1]
  if (!written) throw new Error('The block has no schema')
  return JSON.parse(written) as BlockSchema
}

function defaultsOf(schema: BlockSchema): Settings {
  return Object.fromEntries((schema.settings ?? []).map((setting) => [setting.id ?? '', setting.default ?? '']))
}
