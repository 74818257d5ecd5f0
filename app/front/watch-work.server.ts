import type { ServerBuild } from '@remix-run/node'

type Work = (...args: never[]) => unknown

/**
 * The same build, with what tells when all that its routes have begun is over. A request that nobody waits for any more is over for
 * Remix at once, while what was begun for it goes on.
 */
export function watchWork(build: ServerBuild): { readonly build: ServerBuild; readonly isOver: () => Promise<unknown> } {
  const working = new Set<Promise<unknown>>()
  const watched = <One extends Work>(work: One): One =>
    ((...args) => {
      const begun = Promise.resolve(work(...args))
      working.add(begun)
      const end = () => working.delete(begun)
      begun.then(end, end)
      return begun
    }) as One
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { loader, action } = route.module
    return [
      id,
      { ...route, module: { ...route.module, ...(loader && { loader: watched(loader) }), ...(action && { action: watched(action) }) } },
    ]
  })
  return {
    build: { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] },
    isOver: () => Promise.allSettled(working),
  }
}
