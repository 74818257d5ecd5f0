import { GraphQLError } from 'graphql'
import type { Ask, Resolver } from './ask.ts'

export interface PageArgs {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
  readonly reverse?: boolean | null
}

type ListOf<Source, Args, Node> = (source: Source, args: Args, ask: Ask) => readonly Node[]

const LARGEST_PAGE = 250
const lists = new WeakMap<Resolver, ListOf<never, never, unknown>>()

/**
 * The resolver of a connection field: pages through the whole list in both directions. `keyOf` gives what a cursor
 * remembers of a node, unique within the list.
 */
export function connection<Source, Args extends object, Node>(
  list: ListOf<Source, Args & PageArgs, Node>,
  keyOf: (node: Node) => number | string,
): Resolver<Source, Args & PageArgs> {
  const resolver: Resolver<Source, Args & PageArgs> = (source, args, ask) => {
    const nodes = list(source, args, ask)
    return page(args.reverse ? nodes.toReversed() : nodes, args, keyOf)
  }
  lists.set(resolver, list)
  return resolver
}

/** The unpaged list behind a connection's resolver; undefined for any other resolver. */
export function listBehind(resolver: Resolver): ListOf<never, never, unknown> | undefined {
  return lists.get(resolver)
}

function page<Node>(nodes: readonly Node[], { first, last, after, before }: PageArgs, keyOf: (node: Node) => number | string) {
  const size = first ?? last
  if (size === null || size === undefined) throw refused('you must provide one of first or last')
  if (typeof first === 'number' && typeof last === 'number') throw refused('providing both first and last is not supported')
  if (size < 1 || size > LARGEST_PAGE) throw refused(`the page size must be between 1 and ${LARGEST_PAGE}, not ${size}`)

  const position = (cursor: string): number => {
    const key = Buffer.from(cursor, 'base64url').toString('utf8')
    const at = nodes.findIndex((node) => String(keyOf(node)) === key)
    if (at === -1) throw refused('Invalid cursor for current pagination sort.')
    return at
  }
  const start = after ? position(after) + 1 : 0
  const end = before ? position(before) : nodes.length
  const from = typeof last === 'number' ? Math.max(start, end - size) : start
  const to = typeof last === 'number' ? end : Math.min(end, start + size)
  const edges = nodes.slice(from, to).map((node) => ({ cursor: Buffer.from(String(keyOf(node))).toString('base64url'), node }))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: to < nodes.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })
}
