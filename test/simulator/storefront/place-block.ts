import type { Settings } from './json-template.ts'
import { readTemplate, writeTemplate } from './json-template.ts'

const file = 'templates/product.json'
/** The section and the block are called so in the template. */
const name = 'tandem'

/** How templates name our block. `uid` is the extension's, from its toml. */
export function blockType(uid: string): string {
  return `shopify://apps/tandem/blocks/product-offers/${uid}`
}

/** Does what a merchant does in the theme editor: puts our block below the product. Placing it again changes its settings. */
export function placeBlock(themeFiles: Map<string, string>, uid: string, settings: Settings = {}): void {
  removeBlock(themeFiles)
  const template = readTemplate(themeFiles, file)
  const apps = { type: 'apps', blocks: { [name]: { type: blockType(uid), settings } }, block_order: [name] }
  themeFiles.set(file, writeTemplate({ sections: { ...template.sections, [name]: apps }, order: [...template.order, name] }))
}

/** Leaves the product's template as it was before; other apps' blocks stay. */
export function removeBlock(themeFiles: Map<string, string>): void {
  const template = readTemplate(themeFiles, file)
  const sections = Object.fromEntries(Object.entries(template.sections).filter(([id]) => id !== name))
  themeFiles.set(file, writeTemplate({ sections, order: template.order.filter((id) => id !== name) }))
}
