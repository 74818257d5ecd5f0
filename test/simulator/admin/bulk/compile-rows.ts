import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { unmet } from '../access-scopes.ts'
import type { Ask } from '../ask.ts'
import type { FieldSource } from '../executable-schema.ts'
import { typeNameOf } from '../type-name.ts'

/** One connection of a bulk query, compiled: whose nodes, which fields of each, and the connections below it. */
export interface RowPlan {
  readonly nodes: (source: object | null, ask: Ask) => readonly object[]
  readonly row: (node: object, ask: Ask) => Record<string, unknown>
  readonly children: readonly RowPlan[]
}

type Read = (source: object, ask: Ask) => unknown

/** A scope is missing for a field of the query. */
export class ScopeMissing extends Error {}

/**
 * Compiles a bulk query's selection into plain functions over the shop's objects, from the very resolvers that single
 * queries use; 20,000 orders would take the GraphQL executor minutes. The query must have passed validation.
 */
export function compileRows(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  selection: SelectionSetNode,
  scopes: ReadonlySet<string>,
): RowPlan[] {
  return connectionsIn(schema, type, selection, scopes)
}

function connectionsIn(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  selection: SelectionSetNode,
  scopes: ReadonlySet<string>,
): RowPlan[] {
  return fieldsOf(selection).flatMap((node): RowPlan[] => {
    const { source, args, fieldType } = fieldAt(type, node, scopes)
    const list = source.list
    if (!list) {
      const inner = getNullableType(fieldType)
      if (!isObjectType(inner)) return []
      // What lies in an object on the way is listed as what lies in the node, or the query, that the object is of.
      return connectionsIn(schema, inner, node.selectionSet!, scopes).map((plan) => ({
        ...plan,
        nodes: (parent, ask) => {
          const object = source.resolve(parent as never, args as never, ask) as object | null
          return object ? plan.nodes(object, ask) : []
        },
      }))
    }
    const nodeType = getNamedType((getNamedType(fieldType) as GraphQLObjectType).getFields()['nodes']!.type) as GraphQLObjectType
    const nodeSelection = nodesOf(node)
    return [
      {
        nodes: (parent, ask) => list(parent as never, args as never, ask) as readonly object[],
        row: objectReader(schema, nodeType, nodeSelection, scopes) as RowPlan['row'],
        children: connectionsIn(schema, nodeType, nodeSelection, scopes),
      },
    ]
  })
}

/** Reads one object's fields; connections among them are left to rows of their own. */
function objectReader(schema: GraphQLSchema, type: GraphQLObjectType, selection: SelectionSetNode, scopes: ReadonlySet<string>): Read {
  const fields = fieldsOf(selection, schema, type).flatMap((node): (readonly [string, Read])[] => {
    const key = node.alias?.value ?? node.name.value
    if (node.name.value === '__typename') return [[key, () => type.name]]
    const { source, args, fieldType } = fieldAt(type, node, scopes)
    if (source.list) return []
    const finish = completer(schema, fieldType, node, scopes, `${type.name}.${node.name.value}`)
    return [[key, (from, ask) => finish(source.resolve(from as never, args as never, ask), ask)]]
  })
  return (source, ask) => {
    const row: Record<string, unknown> = {}
    for (const [key, read] of fields) row[key] = read(source, ask)
    return row
  }
}

function completer(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  node: FieldNode,
  scopes: ReadonlySet<string>,
  path: string,
): (value: unknown, ask: Ask) => unknown {
  const inner = getNullableType(type)
  const complete = (): ((value: unknown, ask: Ask) => unknown) => {
    if (isListType(inner)) {
      const each = completer(schema, inner.ofType, node, scopes, path)
      return (value, ask) => (value as readonly unknown[]).map((item) => each(item, ask))
    }
    if (isLeafType(inner)) return (value) => inner.serialize(value)
    if (!isAbstractType(inner)) return objectReader(schema, inner, node.selectionSet!, scopes) as (value: unknown, ask: Ask) => unknown
    const readers = new Map<string, Read>()
    return (value, ask) => {
      const name = typeNameOf(value as object)
      const read = readers.get(name) ?? objectReader(schema, schema.getType(name) as GraphQLObjectType, node.selectionSet!, scopes)
      readers.set(name, read)
      return read(value as object, ask)
    }
  }
  const completed = complete()
  return (value, ask) => {
    if (value !== null && value !== undefined) return completed(value, ask)
    if (isNonNullType(type)) throw new Error(`The local shop has nothing for ${path}`)
    return null
  }
}

function fieldAt(type: GraphQLObjectType, node: FieldNode, scopes: ReadonlySet<string>) {
  const field = type.getFields()[node.name.value]!
  const source = field.extensions['source'] as FieldSource
  const missing = unmet(source.requirements, scopes)
  if (missing) throw new ScopeMissing(`${type.name}.${field.name} takes ${missing.words}`)
  return { source, args: getArgumentValues(field, node), fieldType: field.type }
}

/** The fields of a selection, those of fragments on this type included. */
function fieldsOf(selection: SelectionSetNode, schema?: GraphQLSchema, type?: GraphQLObjectType): FieldNode[] {
  return selection.selections.flatMap((node): FieldNode[] => {
    if (node.kind === Kind.FIELD) return [node]
    if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('The local shop exports no named fragments')
    const condition = node.typeCondition && schema?.getType(node.typeCondition.name.value)
    const applies = !condition || condition === type || (isAbstractType(condition) && type && schema?.isSubType(condition, type))
    return applies ? fieldsOf(node.selectionSet, schema, type) : []
  })
}

/** What a connection field selects of its nodes, through `edges { node }` or `nodes`. */
export function nodesOf(connection: FieldNode): SelectionSetNode {
  const inside = (name: string, parent: FieldNode | undefined): FieldNode | undefined =>
    parent?.selectionSet?.selections.find((node): node is FieldNode => node.kind === Kind.FIELD && node.name.value === name)
  const node = inside('nodes', connection) ?? inside('node', inside('edges', connection))
  if (!node?.selectionSet) throw new Error(`The connection ${connection.name.value} selects no nodes`)
  return node.selectionSet
}
