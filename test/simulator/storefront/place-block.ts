import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSchema } from './app-block.ts'
import type { JsonTemplate, Settings, TemplateSection } from './json-template.ts'
import { overlays, readTemplate, writeTemplate } from './json-template.ts'
import { themeFolder } from './render-page.ts'
import { changeTheme, readThemeSettings } from './theme-settings.ts'

/** Where a merchant puts a block of ours. */
export interface Place {
  /** Its file in the extension. */
  readonly block: string
  /** A template or a group of the theme. */
  readonly file: string
  /** A section of that file which takes apps' blocks; undefined: an Apps section of its own, behind the others. */
  readonly section?: string | undefined
  /** What the theme calls it; several of one file bear several names. */
  readonly name: string
}

export const belowProduct: Place = { block: 'product-offers', file: 'templates/product.json', name: 'tandem' }
/** Only where the theme's drawer is a section: a static one takes no app's block. */
export const inDrawer = { file: overlays, section: 'cart-drawer-section' } as const

/** How themes name a block of ours; the last part is the extension's uid, as in its toml. */
export const typeOf = (block: string) => `shopify://apps/tandem/blocks/${block}/7d1b6c52-8a0e-4f43-9a5c-2f6e0c9b41d8`

/**
 * Does what a merchant does in the theme editor: puts a block of ours where it is told, below the product unless it is said.
 * Placing it again changes its settings. Throws where the section takes no app's block.
 */
export function placeBlock(themeFiles: Map<string, string>, settings: Settings = {}, place: Partial<Place> = {}): void {
  const { block, file, section, name } = { ...belowProduct, ...place }
  removeBlock(themeFiles, { file, name })
  const template = readTemplate(themeFiles, file)
  const host = section === undefined ? { type: 'apps' } : template.sections[section]
  if (!host || !takesApps(host)) throw new Error(`${file} has no section ${section} that takes an app's block`)
  const blocks = { ...host.blocks, [name]: { type: typeOf(block), settings } }
  const filled = { ...host, blocks, block_order: [...(host.block_order ?? []), name] }
  const sections = { ...template.sections, [section ?? name]: filled }
  const order = section === undefined ? [...template.order, name] : template.order
  themeFiles.set(file, writeTemplate({ ...template, sections, order }))
}

/** Leaves the file as it was before; other blocks stay. */
export function removeBlock(themeFiles: Map<string, string>, { file, name }: Pick<Place, 'file' | 'name'> = belowProduct): void {
  const template = readTemplate(themeFiles, file)
  const sections = Object.entries(template.sections)
    .filter(([id]) => id !== name)
    .map(([id, section]) => [id, without(section, name)] as const)
  const order = template.order.filter((id) => id !== name)
  themeFiles.set(file, writeTemplate({ ...template, sections: Object.fromEntries(sections), order }))
}

/** Switches an app embed of ours in the theme's settings. */
export function switchEmbed(themeFiles: Map<string, string>, block: string, isOn: boolean, settings: Settings = {}): void {
  const { blocks = {} } = readThemeSettings(themeFiles)
  changeTheme(themeFiles, { blocks: { ...blocks, [block]: { type: typeOf(block), disabled: !isOn, settings } } })
}

export function takesApps({ type }: TemplateSection): boolean {
  const source = readFileSync(join(themeFolder, 'sections', `${type}.liquid`), 'utf8')
  return source.includes('{% schema %}') && (readSchema(source).blocks ?? []).some((block) => block.type === '@app')
}

function without(section: TemplateSection, name: string): JsonTemplate['sections'][string] {
  if (!section.blocks?.[name]) return section
  const blocks = Object.fromEntries(Object.entries(section.blocks).filter(([id]) => id !== name))
  return { ...section, blocks, block_order: (section.block_order ?? []).filter((id) => id !== name) }
}
