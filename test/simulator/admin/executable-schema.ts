import { isAbstractType, isIntrospectionType, isObjectType, isScalarType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { accessDenied, indexScopes, unmet, type Requirement } from './access-scopes.ts'
import type { Ask, Resolver, Resolvers } from './ask.ts'
import { listBehind } from './connection.ts'
import { readAdminSchema, type ScopeEntry } from './schema.ts'
import { typeNameOf } from './type-name.ts'

/** What bulk exports need of a field, kept in its `extensions`. */
export interface FieldSource {
  readonly resolve: Resolver
  readonly list: ReturnType<typeof listBehind>
  readonly requirements: readonly Requirement[]
}

/** Shopify's schema with our resolvers in it, every field guarded by the scopes that Shopify asks for it. */
export async function loadExecutableSchema(folder: string, resolvers: Resolvers): Promise<GraphQLSchema> {
  const { schema, scopes } = await readAdminSchema(folder)
  return makeExecutable(schema, scopes, resolvers)
}

/** Puts the resolvers into the schema itself. Throws when one names a type or field that the schema does not have. */
export function makeExecutable(schema: GraphQLSchema, scopes: readonly ScopeEntry[], resolvers: Resolvers): GraphQLSchema {
  refuseUnknown(schema, resolvers)
  // Shopify's times end with the second.
  const dateTime = schema.getType('DateTime')
  if (isScalarType(dateTime)) dateTime.serialize = (time) => String(time).replace(/\.\d+Z$/, 'Z')
  const requirementsOf = indexScopes(scopes)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typeNameOf
    if (!isObjectType(type) || isIntrospectionType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const resolve = (resolvers[type.name]?.[field.name] ?? propertyOf(type.name, field.name)) as Resolver
      const requirements = requirementsOf(type.name, field)
      field.extensions = { source: { resolve, list: listBehind(resolve), requirements } satisfies FieldSource }
      field.resolve = guarded(resolve, requirements)
    }
  }
  return schema
}

function refuseUnknown(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    for (const name of Object.keys(fields))
      if (!isObjectType(type) || !type.getFields()[name])
        throw new Error(`A resolver for ${typeName}.${name}, which the schema does not have`)
  }
}

/** Stands in for a missing resolver: a source that has the property answers with it, anything else fails loudly. */
function propertyOf(typeName: string, fieldName: string): Resolver<object | null | undefined, never> {
  return (source) => {
    const value = source && fieldName in source ? (source as Record<string, unknown>)[fieldName] : undefined
    if (value === undefined) throw new Error(`The local shop has no resolver for ${typeName}.${fieldName}`)
    return value
  }
}

function guarded(resolve: Resolver, requirements: readonly Requirement[]): GraphQLFieldResolver<unknown, Ask> {
  return (source, args, ask, info) => {
    const missing = unmet(requirements, ask.scopes)
    if (missing) throw accessDenied(info.fieldName, missing.words)
    return resolve(source as never, args as never, ask)
  }
}
