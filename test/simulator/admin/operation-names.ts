import { Kind, parse, type DefinitionNode, type DocumentNode } from 'graphql'

/** What the operations of a GraphQL request's body are called, and their root fields; none where it cannot be read. */
export function operationNames(body: string): string[] {
  try {
    const { query } = JSON.parse(body) as { readonly query: string }
    return parse(query).definitions.flatMap((definition): string[] => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return []
      const fields = fieldsOf(definition)
      return definition.name ? [definition.name.value, ...fields] : fields
    })
  } catch {
    return []
  }
}

/** The root fields of a document's operations. */
export function rootFields({ definitions }: DocumentNode): string[] {
  return definitions.flatMap(fieldsOf)
}

function fieldsOf(definition: DefinitionNode): string[] {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return []
  return definition.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
}
