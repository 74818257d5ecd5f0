import { parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql'

type ReadQuery =
  | { readonly document: DocumentNode; readonly errors?: never }
  /** What is said of a query that cannot be answered. */
  | { readonly document?: never; readonly errors: readonly object[] }

/** An app asks the same few things over and over: each text is read once for a schema. */
const MOST_KEPT = 500
const kept = new WeakMap<GraphQLSchema, Map<string, ReadQuery>>()

/** The query, checked against the schema. */
export function readQuery(schema: GraphQLSchema, query: string): ReadQuery {
  const known = kept.get(schema) ?? new Map<string, ReadQuery>()
  kept.set(schema, known)
  let read = known.get(query)
  if (read) return read
  read = readAnew(schema, query)
  if (known.size < MOST_KEPT) known.set(query, read)
  return read
}

function readAnew(schema: GraphQLSchema, query: string): ReadQuery {
  try {
    const document = parse(query)
    const problems = validate(schema, document)
    return problems.length > 0 ? { errors: problems.map(likeShopify) } : { document }
  } catch (error) {
    return { errors: [(error as GraphQLError).toJSON()] }
  }
}

/** A validation error in Shopify's words where the app may meet them, with the place in the query. */
function likeShopify(error: GraphQLError): object {
  const { message, locations } = error
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? []
  if (fieldName)
    return {
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      locations,
      extensions: { code: 'undefinedField', typeName, fieldName },
    }
  return { message, locations, extensions: { code: 'invalidQuery' } }
}
