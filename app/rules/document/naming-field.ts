import type { Fact } from '../conditions/kinds.ts'
import { ALL_FACTS, fieldsOf } from '../conditions/kinds.ts'

/** What a document calls the products or collections that a stored condition keeps as `ids`. */
export type NamingField = 'products' | 'collections'

/** The kinds of condition that name products or collections, and under what a document lists these. */
const NAMING = new Map<unknown, NamingField>(
  ALL_FACTS.flatMap((kind: Fact['kind']) => fieldsOf(kind).flatMap((field) => (isNaming(field.kind) ? [[kind, field.kind] as const] : []))),
)

function isNaming(kind: string): kind is NamingField {
  return kind === 'products' || kind === 'collections'
}

/** What the condition names; undefined where it is of another kind, or none. */
export function namingFieldOf(condition: object): NamingField | undefined {
  return 'kind' in condition ? NAMING.get(condition.kind) : undefined
}
