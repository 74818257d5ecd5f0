import type { Item } from './item.ts'
import { stemsOf } from './words.ts'

/**
 * "a case" beside laptops is a laptop case: of what may be several types those that share a word with the goods on the other side, and are
 * not these goods themselves. Where none does it may still be any.
 */
export function narrowed(items: readonly Item[], beside: readonly Item[]): Item[] {
  const others = new Set(
    beside.flatMap((item) => (item.kind === 'fact' && item.fact.kind === 'type' && !item.isVague ? item.fact.names : [])),
  )
  const stems = new Set([...others].flatMap(stemsOf))
  return items.map((item) => {
    if (item.kind !== 'fact' || !item.isVague || item.fact.kind !== 'type') return item
    const names = item.fact.names.filter((name) => !others.has(name) && stemsOf(name).some((stem) => stems.has(stem)))
    return names.length > 0 ? { ...item, fact: { kind: 'type', names } } : item
  })
}
