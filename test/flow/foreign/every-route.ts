import routes from '#app/routes.ts'

interface Routed {
  readonly path?: string | undefined
  readonly index?: boolean | undefined
  readonly children?: readonly Routed[] | undefined
}

/** Beside the framework's routes. */
const DOORS = ['webhooks']

/** The paths of every route of the app, as `app/rules/:id`; those of layouts, too. */
export function everyRoute(): string[] {
  return [...new Set([...DOORS, ...pathsOf(routes, '')])].toSorted()
}

function pathsOf(list: readonly Routed[], above: string): string[] {
  return list.flatMap(({ path = '', children = [] }) => {
    const own = [above, path].filter(Boolean).join('/')
    return [own, ...pathsOf(children, own)]
  })
}
