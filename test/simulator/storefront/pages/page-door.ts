import type { Theme } from '../render-page.ts'
import { readSectionIds, tooManySections } from '../sections/read-section-ids.ts'
import type { RenderSections } from '../sections/render-sections.ts'
import { shelfOf, type StorefrontOptions } from '../storefront-options.ts'
import type { Visit, VisitDoor } from '../visit.ts'
import { pageGlobals } from '../page-globals.ts'
import { choosePage, productPage } from './choose-page.ts'

/**
 * Every page that the theme draws; an unknown address gets the theme's 404. `?sections=A,B` answers those sections of the page as
 * JSON, `?section_id=A` one of them as HTML.
 */
export function pageDoor(theme: Theme, sections: RenderSections, options: StorefrontOptions): VisitDoor {
  return async (visit) => {
    const shelf = shelfOf(options, visit)
    if (visit.path.endsWith('.js')) return productJson(visit, options)
    const asked = await sectionsOf(visit, sections)
    if (asked) return asked
    const page = choosePage(visit, shelf)
    const globals = { ...pageGlobals(visit, shelf, options.now()), ...page?.objects }
    return html(await theme.page(page?.template ?? '404', visit.shop.themeFiles, globals), page ? 200 : 404)
  }
}

async function sectionsOf(visit: Visit, sections: RenderSections): Promise<Response | undefined> {
  const one = visit.query.get('section_id')
  if (one) {
    const drawn = (await sections(visit, [one]))[one] ?? null
    return drawn === null ? html('', 404) : html(drawn, 200)
  }
  const ids = readSectionIds(visit.query.getAll('sections').concat(visit.query.getAll('sections[]')))
  if (ids.length === 0) return undefined
  return tooManySections(ids) ? new Response('Bad Request', { status: 400 }) : Response.json(await sections(visit, ids))
}

function html(content: string, status: number): Response {
  return new Response(content, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function productJson(visit: Visit, options: StorefrontOptions): Response | undefined {
  const handle = /^\/products\/([^/]+)\.js$/.exec(visit.path)?.[1]
  const page = handle && productPage(visit, shelfOf(options, visit), handle)
  return page ? Response.json(page.objects['product']) : undefined
}
