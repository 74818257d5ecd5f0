import type { AppMetafield } from '../../state/shop-state.ts'
import { storedNamespace } from '../app-config.ts'
import type { Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { metafieldsOf } from './sources.ts'

/** `metafield` and `metafields` of anything that has some, under its global id. */
export function metafieldFields<Source>(ownerIdOf: (source: Source) => string): Resolvers[string] {
  const one: Resolver<Source, { namespace?: string | null; key: string }> = (source, { namespace, key }, ask) => {
    const [space, name] =
      namespace === undefined && key.includes('.') ? key.split('.', 2) : [storedNamespace(ask.installation.app, namespace), key]
    return metafieldsOf(ask, ownerIdOf(source)).find((field) => field.namespace === space && field.key === name) ?? null
  }
  const many = connection(
    (
      source: Source,
      { namespace, keys }: { namespace?: string | null; keys?: readonly string[] | null },
      { installation, ...ask },
    ): readonly AppMetafield[] => {
      const fields = metafieldsOf({ installation, ...ask }, ownerIdOf(source))
      const space = namespace ? storedNamespace(installation.app, namespace) : undefined
      return fields.filter(
        (field) => (space === undefined || field.namespace === space) && (!keys || keys.includes(`${field.namespace}.${field.key}`)),
      )
    },
    ({ id }) => id,
  )
  return { metafield: one, metafields: many }
}
