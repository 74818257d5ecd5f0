import { standardDefinition } from '../standard-definitions.ts'
import { metafieldOwners } from '../../metafield-owners.ts'
import type { AppMetafield } from '../../state/shop-state.ts'
import { appNamespace, storedNamespace } from '../app-config.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import type { Definition } from '../definitions.ts'
import { globalId, numberOf } from '../global-id.ts'
import { isMetafieldType } from '../metafield-values.ts'
import { ownerKind } from './set-metafields.ts'
import { definitionSource, metafieldsOf } from './sources.ts'

type OfDefinition = Resolver<Definition>

interface Access {
  readonly admin?: string | null
  readonly storefront?: string | null
}

interface Place {
  readonly ownerType: string
  readonly namespace?: string | null
  readonly key: string
}

interface CreateInput extends Place {
  readonly name: string
  readonly type: string
  readonly description?: string | null
  readonly access?: Access | null
}

type UpdateInput = Place & Partial<Pick<CreateInput, 'name' | 'description' | 'access'>>
type Search = Partial<Place>

const error = (field: readonly string[], code: string, message: string) => ({ field, code, message })
const CONFIG_MANAGED = "The definition is managed by the app's configuration and cannot be changed through the API."
const isOwn = (ask: Ask, namespace: string): boolean => namespace.startsWith(appNamespace(ask.installation.app))

function at(ask: Ask, { ownerType, namespace, key }: Place): Definition | undefined {
  return ask.installation.definitions.find(ownerType, storedNamespace(ask.installation.app, namespace), key)
}

function create(ask: Ask, input: CreateInput) {
  const namespace = storedNamespace(ask.installation.app, input.namespace)
  const refused = (field: string, code: string, message: string) => ({
    createdDefinition: null,
    userErrors: [error(['definition', field], code, message)],
  })
  if (at(ask, input)) return refused('key', 'TAKEN', `Key is in use for ${input.ownerType} metafields on the '${namespace}' namespace.`)
  if (!isMetafieldType(input.type)) return refused('type', 'INCLUSION', `Type name ${input.type} is not a valid type.`)
  if (input.access?.admin && !isOwn(ask, namespace))
    return refused('access', 'ADMIN_ACCESS_INPUT_NOT_ALLOWED', 'Admin access can only be specified for app-owned definitions.')
  const { ownerType, key, type, name, description = null } = input
  const admin = input.access?.admin ?? (isOwn(ask, namespace) ? 'MERCHANT_READ' : 'PUBLIC_READ_WRITE')
  const added = ask.installation.definitions.add({
    ownerType,
    namespace,
    key,
    type,
    name,
    description,
    admin,
    storefront: input.access?.storefront ?? 'NONE',
  })
  return { createdDefinition: definitionSource(added), userErrors: [] }
}

function enable(ask: Ask, { ownerType, namespace, key }: Search) {
  const refused = (code: string, message: string) => ({ createdDefinition: null, userErrors: [error(['key'], code, message)] })
  const standard = ownerType === 'PRODUCT' ? standardDefinition(namespace ?? '', key ?? '') : undefined
  if (!standard)
    return refused('TEMPLATE_NOT_FOUND', 'A standard definition was not found for the specified owner type, namespace and key.')
  if (at(ask, standard)) return refused('TAKEN', 'The standard definition is enabled already.')
  return { createdDefinition: definitionSource(ask.installation.definitions.add(standard)), userErrors: [] }
}

function update(ask: Ask, input: UpdateInput) {
  const before = at(ask, input)
  if (!before)
    return { updatedDefinition: null, validationJob: null, userErrors: [error(['definition'], 'NOT_FOUND', 'Definition not found.')] }
  if (before.fromConfiguration)
    return { updatedDefinition: null, validationJob: null, userErrors: [error(['definition'], 'APP_CONFIG_MANAGED', CONFIG_MANAGED)] }
  const after: Definition = {
    ...before,
    name: input.name ?? before.name,
    description: input.description ?? before.description,
    admin: input.access?.admin ?? before.admin,
    storefront: input.access?.storefront ?? before.storefront,
  }
  ask.installation.definitions.replace(after)
  return { updatedDefinition: definitionSource(after), validationJob: null, userErrors: [] }
}

function remove(
  ask: Ask,
  {
    id,
    identifier,
    deleteAllAssociatedMetafields,
  }: { id?: string | null; identifier?: Place | null; deleteAllAssociatedMetafields?: boolean },
) {
  const definition = identifier
    ? at(ask, identifier)
    : ask.installation.definitions.all().find((one) => one.id === numberOf('MetafieldDefinition', id ?? ''))
  if (!definition)
    return { deletedDefinitionId: null, deletedDefinition: null, userErrors: [error(['id'], 'NOT_FOUND', 'Definition not found.')] }
  if (definition.fromConfiguration)
    return { deletedDefinitionId: null, deletedDefinition: null, userErrors: [error(['id'], 'APP_CONFIG_MANAGED', CONFIG_MANAGED)] }
  const { ownerType, namespace, key } = definition
  if (isOwn(ask, namespace) && !deleteAllAssociatedMetafields) {
    const message = 'Deleting a definition in a reserved namespace must delete its metafields.'
    return {
      deletedDefinitionId: null,
      deletedDefinition: null,
      userErrors: [error(['id'], 'RESERVED_NAMESPACE_ORPHANED_METAFIELDS', message)],
    }
  }
  if (deleteAllAssociatedMetafields) for (const owner of ownersOf(ask, ownerType)) ask.shop.metafields.delete(owner, namespace, key)
  ask.installation.definitions.remove(definition.id)
  return { deletedDefinitionId: globalId('MetafieldDefinition', definition.id), deletedDefinition: null, userErrors: [] }
}

function ownersOf(ask: Ask, ownerType: string): string[] {
  return metafieldOwners(ask.shop).filter((id) => ownerKind(id)?.ownerType === ownerType)
}

function fieldsOf(ask: Ask, { ownerType, namespace, key }: Definition): AppMetafield[] {
  return ownersOf(ask, ownerType).flatMap((owner) =>
    metafieldsOf(ask, owner).filter((field) => field.namespace === namespace && field.key === key),
  )
}

export const metafieldDefinitionResolvers: Resolvers = {
  QueryRoot: {
    metafieldDefinition: ((_source, { id, identifier }, ask) => {
      const found = identifier
        ? at(ask, identifier)
        : ask.installation.definitions.all().find((one) => one.id === numberOf('MetafieldDefinition', id ?? ''))
      return found ? definitionSource(found) : null
    }) satisfies Resolver<unknown, { id?: string | null; identifier?: Place | null }>,
    metafieldDefinitions: connection(
      (_source: unknown, { ownerType, namespace, key }: Search, ask) =>
        ask.installation.definitions
          .all()
          .filter(
            (one) =>
              one.ownerType === ownerType &&
              (!key || one.key === key) &&
              (!namespace || one.namespace === storedNamespace(ask.installation.app, namespace)),
          )
          .map(definitionSource),
      ({ id }) => id,
    ),
  },
  Mutation: {
    metafieldDefinitionCreate: ((_source, { definition }, ask) => create(ask, definition)) satisfies Resolver<
      unknown,
      { definition: CreateInput }
    >,
    standardMetafieldDefinitionEnable: ((_source, template, ask) => enable(ask, template)) satisfies Resolver<unknown, Search>,
    metafieldDefinitionUpdate: ((_source, { definition }, ask) => update(ask, definition)) satisfies Resolver<
      unknown,
      { definition: UpdateInput }
    >,
    metafieldDefinitionDelete: ((_source, args, ask) => remove(ask, args)) satisfies Resolver<unknown, Parameters<typeof remove>[1]>,
  },
  MetafieldDefinition: {
    id: ((definition) => globalId('MetafieldDefinition', definition.id)) satisfies OfDefinition,
    access: ((definition) => ({
      admin: definition.admin,
      storefront: definition.storefront,
      customerAccount: 'NONE',
    })) satisfies OfDefinition,
    type: ((definition) => ({
      name: definition.type,
      category: definition.type.includes('reference') ? 'REFERENCE' : definition.type.includes('text') ? 'TEXT' : 'JSON',
      supportsDefinitionMigrations: false,
      supportedValidations: [],
    })) satisfies OfDefinition,
    validations: () => [],
    validationStatus: () => 'ALL_VALID',
    pinnedPosition: () => null,
    metafields: connection(
      (definition: Definition, _args: object, ask) => fieldsOf(ask, definition),
      ({ id }) => id,
    ),
    metafieldsCount: ((definition, _args, ask) => fieldsOf(ask, definition).length) satisfies OfDefinition,
  },
}
