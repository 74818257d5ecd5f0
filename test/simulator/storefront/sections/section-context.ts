import type { Body } from '../cart/read-body.ts'
import type { Visit } from '../visit.ts'

/**
 * The page that sections beside a cart's answer are drawn as: `sections_url`, or else where the request came from. Undefined
 * where `sections_url` is no path of the shop.
 */
export function sectionContext(visit: Visit, body: Body): Visit | undefined {
  const asked = body['sections_url']
  if (asked !== undefined && !String(asked).startsWith('/')) return undefined
  const from = String(asked ?? visit.request.headers.get('referer') ?? '/')
  const { pathname, searchParams } = new URL(URL.canParse(from, visit.request.url) ? from : '/', visit.request.url)
  const path = visit.root && `${pathname}/`.startsWith(`${visit.root}/`) ? pathname.slice(visit.root.length) : pathname
  return { ...visit, path: path.replace(/(?<=.)\/$/, '') || '/', query: searchParams }
}
