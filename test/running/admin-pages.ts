import routes from '../../app/routes.ts'

interface Entry {
  readonly path?: string | undefined
  readonly index?: boolean | undefined
  readonly file: string
  readonly children?: readonly Entry[] | undefined
}

/**
 * The addresses of all pages of the admin, after `/app`, as `app/routes.ts` has them: what only answers is no page. A parameter such as
 * `:id` of `rules/:id` stands for each of the values that are given for that path. Throws for one without any.
 */
export function adminPages(values: Readonly<Record<string, readonly (string | number)[]>>): string[] {
  const frame = (routes as readonly Entry[]).find(({ path }) => path === 'app')!
  return frame
    .children!.flatMap(({ children = [] }) => children)
    .filter(isPage)
    .flatMap(({ path, index }) => (index ? [''] : addresses(path!, values)))
}

const isPage = ({ path, file }: Entry): boolean => file.endsWith('.tsx') && path !== '*'

function addresses(path: string, values: Readonly<Record<string, readonly (string | number)[]>>): string[] {
  if (!path.includes(':')) return [`/${path}`]
  const given = values[path]
  if (!given) throw new Error(`Nobody says what ${path} stands for`)
  return given.map((value) => `/${path.replace(/:\w+/, String(value))}`)
}
