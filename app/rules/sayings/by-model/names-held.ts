import type { When } from '../../conditions/condition.ts'
import type { Field } from '../../conditions/field.ts'
import { fold } from '../../conditions/kind.ts'
import { fieldsOf, type Fact } from '../../conditions/kinds.ts'
import { factsIn } from '../../conditions/tree.ts'
import type { JoinField } from '../../joins/join-kind.ts'
import { joinKindOf, type Join } from '../../joins/joins.ts'
import type { Rule } from '../../rule.ts'
import type { NamesForSaying } from '../names.ts'
import { isSpoken } from './spoken.ts'

/** Whether the shop has all that a rule names, and nothing stands in it of which a model is told nothing. */
export function namesOnlyWhatIs({ when, offer }: Pick<Rule, 'when' | 'offer'>, names: NamesForSaying): boolean {
  const conditions: When[] = [when, offer.where, ...(offer.except ? [offer.except] : [])]
  const { takes, holds } = offer.need ?? {}
  return (
    conditions.every((condition) => isOfShop(condition, names)) &&
    offer.joins.every((join) => isJoinOfShop(join, names)) &&
    [takes, holds].every((name) => name === undefined || Object.hasOwn(names.metafields, name))
  )
}

function isOfShop(condition: When, names: NamesForSaying): boolean {
  return factsIn<Fact>(condition).every((fact) => isSpoken(fact.kind) && fieldsOf(fact.kind).every((field) => isHeld(field, fact, names)))
}

const has = (all: readonly string[], name: string) => all.some((one) => fold(one) === fold(name))
const keyIn = (fields: NamesForSaying['options'], name: string) => Object.keys(fields).find((one) => fold(one) === fold(name))

function isHeld(field: Field, fact: Fact, names: NamesForSaying): boolean {
  switch (field.kind) {
    case 'collections':
      return 'ids' in fact && fact.ids.every((id) => names.collections.some((one) => one.id === id))
    case 'names':
      return 'names' in fact && fact.names.every((name) => isNamed(field.source, name, fact, names))
    case 'name':
      return (
        'name' in fact &&
        (field.source === 'options' ? keyIn(names.options, fact.name) !== undefined : Object.hasOwn(names.metafields, fact.name))
      )
    case 'goods':
      return 'of' in fact && isOfShop(fact.of, names)
    case 'products':
      return false
    case 'range':
    case 'days':
    case 'dates':
    case 'weekdays':
      return true
  }
}

type Source = Extract<Field, { kind: 'names' }>['source']

function isNamed(source: Source, name: string, fact: Fact, names: NamesForSaying): boolean {
  if (source === 'types' || source === 'tags' || source === 'vendors') return has(names[source], name)
  if (source !== 'values' || !('name' in fact)) return false
  const fields = fact.kind === 'option' ? names.options : names.metafields
  return has(fields[keyIn(fields, fact.name) ?? ''] ?? [], name)
}

function isJoinOfShop(join: Join, names: NamesForSaying): boolean {
  return joinKindOf(join).fields.every(({ name, kind }) => isPartOfShop(kind, (join as unknown as Record<string, unknown>)[name], names))
}

function isPartOfShop(kind: JoinField['kind'], part: unknown, names: NamesForSaying): boolean {
  switch (kind) {
    case 'metafield':
      return Object.hasOwn(names.metafields, String(part))
    case 'option':
      return keyIn(names.options, String(part)) !== undefined
    case 'prefix':
      return names.tags.some((tag) => fold(tag).startsWith(fold(String(part))))
    case 'percent':
      return true
  }
}
