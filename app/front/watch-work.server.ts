type Work = (...args: never[]) => unknown

/** What of Remix's build is looked at here. */
interface Build {
  readonly routes: Readonly<Record<string, { readonly module: { readonly loader?: Work; readonly action?: Work } } | undefined>>
}

/**
 * The same build, with what tells when all that its routes have begun is over. A request that nobody waits for any more is over for
 * Remix at once, while what was begun for it goes on.
 */
export function watchWork<One extends Build>(build: One): { readonly build: One; readonly isOver: () => Promise<unknown> } {
  const working = new Set<Promise<unknown>>()
  const watched =
    (work: Work): Work =>
    (...args) => {
      const begun = Promise.resolve(work(...args))
      working.add(begun)
      const end = () => working.delete(begun)
      begun.then(end, end)
      return begun
    }
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { loader, action } = route.module
    const works = { ...(loader && { loader: watched(loader) }), ...(action && { action: watched(action) }) }
    return [id, { ...route, module: { ...route.module, ...works } }]
  })
  return { build: { ...build, routes: Object.fromEntries(routes) as One['routes'] }, isOver: () => Promise.allSettled(working) }
}
