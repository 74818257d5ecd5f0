/** Which product pages are listed, by what they show. */
export const SLOT_FILTERS = ['all', 'rules', 'models', 'nothing'] as const
export type SlotFilter = (typeof SLOT_FILTERS)[number]

/** Whether a page belongs there that shows so many offers of rules and so many of models. */
export function isAsFiltered({ byRule, byModel }: { readonly byRule: number; readonly byModel: number }, filter: SlotFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'rules':
      return byRule > 0
    case 'models':
      return byModel > 0
    case 'nothing':
      return byRule + byModel === 0
  }
}
