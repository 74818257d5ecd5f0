import type { Settings } from './json-template.ts'
import { readTemplate, writeTemplate } from './json-template.ts'

const file = 'templates/product.json'
/** The section and the block are called so in the template. */
const name = 'tandem'

/** How templates name our block; the last part is the extension's uid, as in its toml. */
const type = 'shopify://apps/tandem/blocks/product-offers/7d1b6c52-8a0e-4f43-9a5c-2f6e0c9b41d8'

/** Does what a merchant does in the theme editor: puts our block below the product. Placing it again changes its settings. */
export function placeBlock(themeFiles: Map<string, string>, settings: Settings = {}): void {
  removeBlock(themeFiles)
  const template = readTemplate(themeFiles, file)
  const apps = { type: 'apps', blocks: { [name]: { type, settings } }, block_order: [name] }
  themeFiles.set(file, writeTemplate({ sections: { ...template.sections, [name]: apps }, order: [...template.order, name] }))
}

/** Leaves the product's template as it was before; other apps' blocks stay. */
export function removeBlock(themeFiles: Map<string, string>): void {
  const template = readTemplate(themeFiles, file)
  const sections = Object.fromEntries(Object.entries(template.sections).filter(([id]) => id !== name))
  themeFiles.set(file, writeTemplate({ sections, order: template.order.filter((id) => id !== name) }))
}
