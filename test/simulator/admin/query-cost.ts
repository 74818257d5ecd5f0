import {
  getNamedType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  isCompositeType,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql'

const MUTATION = 10
const CONNECTION = 2
/** Points for each node that a page may hold, times what the node itself costs. */
const PER_NODE = 0.1
export const MOST_POINTS = 1000

/**
 * What a query is charged before it runs, in the manner of Shopify's calculation: nothing for a scalar, a point for an
 * object, by page size for a connection; a mutation is ten, whatever it answers. Sizes given through variables count as given.
 */
export function requestedCost(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>): number {
  const mutations = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === 'mutation')
  if (mutations.length > 0) return MUTATION * mutations.reduce((sum, { selectionSet }) => sum + selectionSet.selections.length, 0)
  const types = new TypeInfo(schema)
  const sums: number[] = [0]
  const visitor = visitWithTypeInfo(types, {
    Field: {
      enter: () => void sums.push(0),
      leave(node) {
        const inner = sums.pop()!
        const type = getNamedType(types.getType())
        sums[sums.length - 1]! += costOf(type, node, inner, variables)
      },
    },
  })
  visit(document, visitor)
  return Math.ceil(sums[0]!)
}

/** What the answer turned out to be worth: never more than was asked for, and for mutations just that. */
export function actualCost(document: DocumentNode, requested: number, data: unknown): number {
  if (document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'mutation')) return requested
  return Math.min(requested, Math.max(1, Math.ceil(weight(data) * PER_NODE)))
}

function costOf(type: unknown, node: FieldNode, inner: number, variables: Readonly<Record<string, unknown>>): number {
  if (!isCompositeType(type)) return 0
  if (!isObjectType(type) || !type.name.endsWith('Connection')) {
    const free = isObjectType(type) && (type.name === 'PageInfo' || type.name.endsWith('Edge'))
    return inner + (free ? 0 : 1)
  }
  return CONNECTION + pageSize(node, variables) * PER_NODE * Math.max(1, inner)
}

function pageSize(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const value = node.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value
  if (value?.kind === Kind.INT) return Number(value.value)
  return value?.kind === Kind.VARIABLE ? Number(variables[value.name.value] ?? 0) : 0
}

function weight(data: unknown): number {
  if (Array.isArray(data)) return data.reduce((sum: number, item) => sum + weight(item), 0)
  if (data === null || typeof data !== 'object') return 0
  return Object.values(data).reduce((sum: number, value) => sum + weight(value), 1)
}
