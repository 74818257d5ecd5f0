import type { GraphQLSchema } from 'graphql'
import type { ShopState } from '../state/shop-state.ts'
import type { GraphqlTrouble } from '../weather/weather.ts'
import type { Installation } from './installation.ts'

/** What a resolver knows beside its source and arguments. */
export interface Ask {
  readonly shop: ShopState
  readonly installation: Installation
  readonly scopes: ReadonlySet<string>
  readonly now: Date
  readonly schema: GraphQLSchema
  /** What the weather does to this request. */
  readonly trouble?: GraphqlTrouble | undefined
}

/** Synchronous: everything is in memory. Bulk exports call resolvers as well, without the GraphQL executor. */
export type Resolver<Source = never, Args = never> = (source: Source, args: Args, ask: Ask) => unknown

export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>
