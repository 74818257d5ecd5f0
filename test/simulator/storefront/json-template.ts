/** A theme's JSON template or section group, in Shopify's own shape. */
export interface JsonTemplate {
  /** Of a group: where it is drawn, and what merchants read of it. */
  readonly type?: string
  readonly name?: string
  readonly sections: Readonly<Record<string, TemplateSection>>
  readonly order: readonly string[]
}

export interface TemplateSection {
  readonly type: string
  readonly settings?: Settings
  readonly blocks?: Readonly<Record<string, TemplateBlock>>
  readonly block_order?: readonly string[]
}

export interface TemplateBlock {
  readonly type: string
  readonly settings?: Settings
}

export type Settings = Readonly<Record<string, unknown>>

/** The group that every page draws behind its content: the cart's drawer, where the theme has one that is a section. */
export const overlays = 'sections/overlay-group.json'

/** `file` is a template's or group's whole name: `templates/product.json`. */
export function readTemplate(themeFiles: ReadonlyMap<string, string>, file: string): JsonTemplate {
  const written = themeFiles.get(file) ?? defaultTemplates().get(file)
  if (!written) throw new Error(`The theme has no ${file}`)
  return JSON.parse(written) as JsonTemplate
}

/** The theme's templates before a merchant has changed anything: no app's block is placed. */
export function defaultTemplates(): Map<string, string> {
  const pages = ['index', 'list-collections', 'collection', 'product', 'cart', 'search', '404']
  return new Map(
    [...pages.map((page) => [`templates/${page}.json`, onlyMain(page)] as const), [overlays, drawerAlone] as const].map(written),
  )
}

const drawerAlone: JsonTemplate = {
  type: 'custom.overlay',
  name: 'Overlays',
  sections: { 'cart-drawer-section': { type: 'cart-drawer-section', settings: {} } },
  order: ['cart-drawer-section'],
}

function written([file, template]: readonly [string, JsonTemplate]): [string, string] {
  return [file, writeTemplate(template)]
}

export function writeTemplate(template: JsonTemplate): string {
  return JSON.stringify(template, null, 2)
}

function onlyMain(page: string): JsonTemplate {
  return { sections: { main: { type: `main-${page}`, settings: {} } }, order: ['main'] }
}
