import { choosePage } from '../pages/choose-page.ts'
import { pageGlobals } from '../page-globals.ts'
import type { Theme } from '../render-page.ts'
import { shelfOf, type StorefrontOptions } from '../storefront-options.ts'
import type { Visit } from '../visit.ts'

/** Each id with the section's HTML, drawn as on the visit's page; null where it cannot be drawn there. */
export type RenderSections = (visit: Visit, ids: readonly string[]) => Promise<Readonly<Record<string, string | null>>>

export function openSections(theme: Theme, options: StorefrontOptions): RenderSections {
  return async (visit, ids) => {
    const shelf = shelfOf(options, visit)
    const page = choosePage(visit, shelf)
    const globals = { ...pageGlobals(visit, shelf, options.now()), ...page?.objects }
    const drawn = ids.map(async (id) => [id, await theme.section(page?.template ?? '404', id, visit.shop.themeFiles, globals)] as const)
    return Object.fromEntries(await Promise.all(drawn))
  }
}
