/** A theme's JSON template, in Shopify's own shape. */
export interface JsonTemplate {
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

/** `file` is a template's whole name: `templates/product.json`. */
export function readTemplate(themeFiles: ReadonlyMap<string, string>, file: string): JsonTemplate {
  const written = themeFiles.get(file) ?? defaultTemplates().get(file)
  if (!written) throw new Error(`The theme has no ${file}`)
  return JSON.parse(written) as JsonTemplate
}

/** The theme's templates before a merchant has changed anything: no app's block is placed. */
export function defaultTemplates(): Map<string, string> {
  const pages = ['index', 'list-collections', 'collection', 'product', 'cart', 'search', '404']
  return new Map(pages.map((page) => [`templates/${page}.json`, writeTemplate(onlyMain(page))]))
}

export function writeTemplate(template: JsonTemplate): string {
  return JSON.stringify(template, null, 2)
}

function onlyMain(page: string): JsonTemplate {
  return { sections: { main: { type: `main-${page}`, settings: {} } }, order: ['main'] }
}
