import { getNamedType, GraphQLError, isObjectType, type GraphQLField } from 'graphql'
import type { ScopeEntry } from './schema.ts'

export interface Requirement {
  /** Any one of these is enough. */
  readonly scopes: readonly string[]
  /** Shopify's own words for it. */
  readonly words: string
}

/** What it takes to read a field: its own requirement and that of the type it leads to. */
export type RequirementsOf = (typeName: string, field: GraphQLField<unknown, unknown>) => readonly Requirement[]

/** Reads the schema file's list. A connection asks for what its nodes ask for. */
export function indexScopes(entries: readonly ScopeEntry[]): RequirementsOf {
  const index = new Map<string, Requirement>()
  for (const { typeName, fieldName, offlineScopes: scopes, requiredAccess: words } of entries)
    if (scopes.length > 0) index.set(fieldName ? `${typeName}.${fieldName}` : typeName, { scopes, words })

  return (typeName, field) => {
    const led = getNamedType(field.type)
    const nodes = isObjectType(led) && led.name.endsWith('Connection') ? led.getFields()['nodes'] : undefined
    return [`${typeName}.${field.name}`, led.name, nodes ? getNamedType(nodes.type).name : '']
      .map((name) => index.get(name))
      .filter((requirement) => requirement !== undefined)
  }
}

/** The first requirement that the scopes do not meet. Whoever may write may read. */
export function unmet(requirements: readonly Requirement[], granted: ReadonlySet<string>): Requirement | undefined {
  return requirements.find(({ scopes }) => !scopes.some((scope) => granted.has(scope) || granted.has(scope.replace(/^read_/, 'write_'))))
}

export function accessDenied(fieldName: string, words: string): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${words}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess: words },
  })
}
