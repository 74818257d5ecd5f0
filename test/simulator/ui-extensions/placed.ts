import type { UiExtension } from './read-extensions.ts'

/** Where the merchant has put our blocks on Shopify's own pages, and what they have set of each. Kept among the theme's files. */
const FILE = 'config/ui_extensions.json'

export type BlockSettings = Readonly<Record<string, string | number | boolean>>
export type Placed = Readonly<Record<string, BlockSettings>>

export function placedBlocks(themeFiles: ReadonlyMap<string, string>): Placed {
  return JSON.parse(themeFiles.get(FILE) ?? '{}') as Placed
}

/** Does what a merchant does in the editor of Shopify's pages. Placing a block again changes its settings; null takes it away. */
export function placeUiBlock(themeFiles: Map<string, string>, handle: string, settings: BlockSettings | null = {}): void {
  const { [handle]: _, ...others } = placedBlocks(themeFiles)
  themeFiles.set(FILE, JSON.stringify(settings ? { ...others, [handle]: settings } : others))
}

/** Whether a shop on that plan has the page that a block is for. */
export function hasPage(plan: string, { target }: Pick<UiExtension, 'target'>): boolean {
  if (target.startsWith('purchase.checkout.')) return /plus/i.test(plan)
  return !/^(starter|lite)$/i.test(plan)
}
