import type { Condition } from '../conditions/condition.ts'
import type { ProductFact } from '../conditions/kinds.ts'
import type { Item } from './item.ts'

type Said = Extract<Item, { readonly kind: 'fact' }>

/** What a side says of its goods: any of the nouns, and all of what is said of them; nothing is everything. */
export function conditionsOf(items: readonly Item[]): Condition[] {
  const said = items.flatMap((item, at) => (item.kind === 'fact' ? [{ item, isNot: isNegated(items, at) }] : []))
  const nouns = merged(said.filter(({ item, isNot }) => item.isHead && !isNot).map(({ item }) => item.fact))
  const others = said.filter(({ item, isNot }) => !item.isHead || isNot)
  const noun: Condition[] = nouns.length > 1 ? [{ kind: 'any', of: nouns }] : nouns
  return [...noun, ...oneOfEach(others)]
}

/** An empty list of conditions is one that always holds. */
export const allOf = (of: readonly Condition[]): Condition => ({ kind: 'all', of })

const isNegated = (items: readonly Item[], at: number): boolean => {
  const before = items.slice(0, at).findLast(({ kind }) => kind === 'not' || kind === 'fact' || kind === 'any')
  return before?.kind === 'not'
}

function oneOfEach(said: readonly { readonly item: Said; readonly isNot: boolean }[]): Condition[] {
  return said.map(({ item, isNot }) => (isNot ? { kind: 'not', of: item.fact } : item.fact))
}

/** Facts of one kind that name several are one fact. */
function merged(facts: readonly ProductFact[]): ProductFact[] {
  const types = facts.flatMap((fact) => (fact.kind === 'type' ? fact.names : []))
  const ids = facts.flatMap((fact) => (fact.kind === 'collection' ? fact.ids : []))
  const rest = facts.filter(({ kind }) => kind !== 'type' && kind !== 'collection')
  return [
    ...(types.length > 0 ? [{ kind: 'type', names: [...new Set(types)] } as const] : []),
    ...(ids.length > 0 ? [{ kind: 'collection', ids: [...new Set(ids)] } as const] : []),
    ...rest,
  ]
}
