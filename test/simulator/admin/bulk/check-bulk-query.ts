import type { GraphQLError } from 'graphql'
import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { nodesOf } from './compile-rows.ts'

const MOST_CONNECTIONS = 5
const DEEPEST = 2

/** The parsed query, or why Shopify would not export it. */
export function checkBulkQuery(schema: GraphQLSchema, query: string): DocumentNode | { readonly problem: string } {
  let document: DocumentNode
  try {
    document = parse(query)
  } catch (error) {
    return { problem: `Invalid bulk query: ${(error as GraphQLError).message}` }
  }
  const [operation, ...others] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query' || others.length > 0)
    return { problem: 'A bulk query must be one query operation.' }
  if (operation.variableDefinitions?.length) return { problem: 'Bulk queries cannot use variables.' }
  const [invalid] = validate(schema, document)
  if (invalid) return { problem: `Invalid bulk query: ${invalid.message}` }
  for (const root of operation.selectionSet.selections)
    if (root.kind === Kind.FIELD && (root.name.value === 'node' || root.name.value === 'nodes'))
      return { problem: 'Bulk queries cannot select `node` or `nodes` at the top.' }

  const { count, depth, unnamed } = connectionsOf(schema, document)
  if (count === 0) return { problem: 'Bulk queries must contain at least one connection.' }
  if (count > MOST_CONNECTIONS) return { problem: `Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections.` }
  if (depth > DEEPEST) return { problem: `Bulk queries cannot contain connections with a nesting depth greater than ${DEEPEST}.` }
  if (unnamed) return { problem: `The parent of a nested connection must select its \`id\`: ${unnamed}.` }
  return document
}

function connectionsOf(schema: GraphQLSchema, document: DocumentNode): { count: number; depth: number; unnamed: string | undefined } {
  const types = new TypeInfo(schema)
  const around: boolean[] = []
  let count = 0
  let depth = 0
  let level = 0
  let unnamed: string | undefined
  const visitor = visitWithTypeInfo(types, {
    Field: {
      enter(node) {
        const type = getNamedType(types.getType())
        const isConnection = isObjectType(type) && type.name.endsWith('Connection')
        around.push(isConnection)
        if (!isConnection) return
        count += 1
        level += 1
        depth = Math.max(depth, level)
        const inner = nodesOf(node)
        const hasId = inner.selections.some((field) => field.kind === Kind.FIELD && field.name.value === 'id' && !field.alias)
        const nests = inner.selections.some((field) => field.kind === Kind.FIELD && isConnectionField(type, field.name.value))
        if (nests && !hasId) unnamed = node.name.value
      },
      leave() {
        if (around.pop()) level -= 1
      },
    },
  })
  visit(document, visitor)
  return { count, depth, unnamed }
}

function isConnectionField(connection: { getFields(): Record<string, { type: unknown }> }, name: string): boolean {
  const node = getNamedType(connection.getFields()['nodes']?.type as never)
  const type = isObjectType(node) ? getNamedType(node.getFields()[name]?.type) : undefined
  return isObjectType(type) && type.name.endsWith('Connection')
}
