import type { AppMetafield } from '../../state/shop-state.ts'
import { storedNamespace } from '../app-config.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId } from '../global-id.ts'
import { nodeSource } from './node.ts'
import { compareDigest, ownerKind, setMetafields, type SetInput } from './set-metafields.ts'
import { definitionSource } from './sources.ts'

type OfMetafield = Resolver<AppMetafield>

interface Identifier {
  readonly ownerId: string
  readonly namespace: string
  readonly key: string
}

function deleteMetafields(ask: Ask, identifiers: readonly Identifier[]) {
  const denied = identifiers.findIndex(({ ownerId }) => {
    const kind = ownerKind(ownerId)
    return !kind || (kind.scope !== null && !ask.scopes.has(kind.scope))
  })
  if (denied !== -1)
    return {
      deletedMetafields: null,
      userErrors: [{ field: ['metafields', String(denied)], message: 'Access to this owner is not allowed.' }],
    }
  const deletedMetafields = identifiers.map(({ ownerId, namespace, key }) => {
    const stored = storedNamespace(ask.installation.app, namespace)
    return ask.shop.metafields.delete(ownerId, stored, key) ? { ownerId, namespace: stored, key } : null
  })
  return { deletedMetafields, userErrors: [] }
}

export const metafieldResolvers: Resolvers = {
  Mutation: {
    metafieldsSet: ((_source, { metafields }, ask) => setMetafields(ask, metafields)) satisfies Resolver<
      unknown,
      { metafields: readonly SetInput[] }
    >,
    metafieldsDelete: ((_source, { metafields }, ask) => deleteMetafields(ask, metafields)) satisfies Resolver<
      unknown,
      { metafields: readonly Identifier[] }
    >,
  },
  Metafield: {
    id: ((field) => globalId('Metafield', field.id)) satisfies OfMetafield,
    legacyResourceId: ((field) => String(field.id)) satisfies OfMetafield,
    compareDigest: ((field) => compareDigest(field.value)) satisfies OfMetafield,
    sizeInBytes: ((field) => Buffer.byteLength(field.value)) satisfies OfMetafield,
    createdAt: ((field) => field.updatedAt) satisfies OfMetafield,
    jsonValue: ((field) =>
      /^(json|boolean|number_integer)$|^list\./.test(field.type) ? JSON.parse(field.value) : field.value) satisfies OfMetafield,
    ownerType: ((field) => ownerKind(field.ownerId)?.ownerType) satisfies OfMetafield,
    owner: ((field, _args, ask) => nodeSource(ask, field.ownerId)) satisfies OfMetafield,
    definition: ((field, _args, ask) => {
      const found = ask.installation.definitions.find(ownerKind(field.ownerId)?.ownerType ?? '', field.namespace, field.key)
      return found ? definitionSource(found) : null
    }) satisfies OfMetafield,
    reference: ((field, _args, ask) =>
      /^(product|variant|collection)_reference$/.test(field.type) ? nodeSource(ask, field.value) : null) satisfies OfMetafield,
    references: connection(
      (field: AppMetafield, _args: object, ask) =>
        field.type.startsWith('list.') && field.type.endsWith('_reference')
          ? (JSON.parse(field.value) as string[]).map((id) => nodeSource(ask, id)).filter((node) => node !== null)
          : [],
      (node) => (node as { readonly id: number }).id,
    ),
  },
}
