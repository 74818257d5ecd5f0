import type { Installation } from './admin/installation.ts'

/**
 * The shop that a request is for: the domain in `x-simulated-shop`, else the first label of `<handle>.localhost`, else the
 * first shop. Undefined where a shop is named that does not exist.
 */
export function whichShop(request: Request, installations: ReadonlyMap<string, Installation>): Installation | undefined {
  const domain = request.headers.get('x-simulated-shop')
  if (domain !== null) return installations.get(domain)
  const handle = /^([a-z0-9-]+)\.localhost$/.exec(new URL(request.url).hostname)?.[1]
  const all = [...installations.values()]
  return handle === undefined ? all[0] : all.find(({ shop }) => shop.facts.handle === handle)
}
