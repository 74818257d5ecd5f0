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

/** Names as they are compared: the form of the shop's own that finds one among many at once. */
interface Held extends Pick<NamesForSaying, 'options' | 'metafields'> {
  readonly names: Readonly<Record<'types' | 'tags' | 'vendors', ReadonlySet<string>>>
  readonly collections: ReadonlySet<number>
}

/** Whether the shop has all that a rule names, and nothing stands in it of which a model is told nothing. */
export function namesOnlyWhatIs({ when, offer }: Pick<Rule, 'when' | 'offer'>, names: NamesForSaying): boolean {
  const { types, tags, vendors, options, metafields } = names
  const folded = (all: readonly string[]) => new Set(all.map(fold))
  const held: Held = {
    names: { types: folded(types), tags: folded(tags), vendors: folded(vendors) },
    collections: new Set(names.collections.map(({ id }) => id)),
    options,
    metafields,
  }
  const conditions: When[] = [when, offer.where, ...(offer.except ? [offer.except] : [])]
  const { takes, holds } = offer.need ?? {}
  return (
    conditions.every((condition) => isOfShop(condition, held)) &&
    offer.joins.every((join) => isJoinOfShop(join, held)) &&
    [takes, holds].every((name) => name === undefined || Object.hasOwn(metafields, name))
  )
}

function isOfShop(condition: When, held: Held): boolean {
  return factsIn<Fact>(condition).every((fact) => isSpoken(fact.kind) && fieldsOf(fact.kind).every((field) => isHeld(field, fact, held)))
}

const keyIn = (fields: NamesForSaying['options'], name: string) => Object.keys(fields).find((one) => fold(one) === fold(name))

function isHeld(field: Field, fact: Fact, held: Held): boolean {
  switch (field.kind) {
    case 'collections':
      return 'ids' in fact && fact.ids.every((id) => held.collections.has(id))
    case 'names':
      return 'names' in fact && fact.names.every((name) => isNamed(field.source, name, fact, held))
    case 'name':
      if (!('name' in fact)) return false
      return field.source === 'options' ? keyIn(held.options, fact.name) !== undefined : Object.hasOwn(held.metafields, fact.name)
    case 'goods':
      return 'of' in fact && isOfShop(fact.of, held)
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

function isNamed(source: Source, name: string, fact: Fact, { names, options, metafields }: Held): boolean {
  if (source === 'types' || source === 'tags' || source === 'vendors') return names[source].has(fold(name))
  if (source !== 'values' || !('name' in fact)) return false
  const fields = fact.kind === 'option' ? options : metafields
  return (fields[keyIn(fields, fact.name) ?? ''] ?? []).some((value) => fold(value) === fold(name))
}

function isJoinOfShop(join: Join, held: Held): boolean {
  return joinKindOf(join).fields.every(({ name, kind }) => isPartOfShop(kind, (join as unknown as Record<string, unknown>)[name], held))
}

function isPartOfShop(kind: JoinField['kind'], part: unknown, { names, options, metafields }: Held): boolean {
  switch (kind) {
    case 'metafield':
      return Object.hasOwn(metafields, String(part))
    case 'option':
      return keyIn(options, String(part)) !== undefined
    case 'prefix':
      return [...names.tags].some((tag) => tag.startsWith(fold(String(part))))
    case 'percent':
      return true
  }
}
