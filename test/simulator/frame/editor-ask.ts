import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BlockSchema } from '../storefront/app-block.ts'
import { readSchema } from '../storefront/app-block.ts'
import { readTemplate } from '../storefront/json-template.ts'
import type { Place } from '../storefront/place-block.ts'
import { belowProduct, inDrawer, takesApps } from '../storefront/place-block.ts'

/** A file of the extension's folder `blocks`, with what it says of itself. */
export interface OwnBlock {
  readonly handle: string
  readonly schema: BlockSchema
}

export const templates = ['index', 'product', 'collection', 'search', 'cart'] as const

export function ownBlocks(extensionFolder: string): OwnBlock[] {
  return readdirSync(join(extensionFolder, 'blocks')).map((file) => ({
    handle: basename(file, '.liquid'),
    schema: readSchema(readFileSync(join(extensionFolder, 'blocks', file), 'utf8')),
  }))
}

/** Whether a merchant may add the block to that template. */
export function isFor({ schema }: OwnBlock, template: string): boolean {
  return schema.target === 'section' && (schema.enabled_on?.templates?.includes(template) ?? true)
}

/**
 * What the theme editor is opened for: a template, one of our blocks, and where a deep link wants it. Shopify's deep links say
 * `template`, `addAppBlockId=ID/HANDLE` and `target` (`newAppsSection`, `mainSection`, `sectionId:…`, `sectionGroup:…`); an app embed
 * is named by `context=apps&activateAppId=ID/HANDLE`. The ID is the app's client id or the extension's own.
 */
export interface EditorAsk {
  readonly template: string
  readonly handle: string
  readonly section: string | undefined
  /** The embed that is to be switched on. */
  readonly embed: string | undefined
}

export function readEditorAsk(query: URLSearchParams, themeFiles: ReadonlyMap<string, string>, blocks: readonly OwnBlock[]): EditorAsk {
  const asked = query.get('template') ?? 'product'
  const template = themeFiles.has(`templates/${asked}.json`) ? asked : 'product'
  const fit = blocks.filter((block) => isFor(block, template))
  const named = query.get('block') ?? query.get('addAppBlockId')?.split('/')[1] ?? belowProduct.block
  const handle = (fit.find((block) => block.handle === named) ?? fit[0])?.handle ?? belowProduct.block
  const main = Object.entries(readTemplate(themeFiles, `templates/${template}.json`).sections).find(([, section]) => takesApps(section))
  return { template, handle, section: sectionOf(query.get('target') ?? '', main?.[0]), embed: query.get('activateAppId')?.split('/')[1] }
}

function sectionOf(target: string, main: string | undefined): string | undefined {
  if (target === 'mainSection') return main
  if (target === 'sectionGroup:overlay') return inDrawer.section
  return /^sectionId:(.+)$/.exec(target)?.[1]
}

export function placeOf({ template, handle }: EditorAsk, section: string | undefined): Place {
  const name = handle === belowProduct.block ? belowProduct.name : `tandem-${handle}`
  const file = section === inDrawer.section ? inDrawer.file : `templates/${template}.json`
  return { block: handle, file, section, name }
}
