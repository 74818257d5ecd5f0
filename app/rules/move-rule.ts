import { LAST_PLACE } from './place.ts'
import { inPlace } from './resolve/resolve.ts'
import type { Rule } from './rule.ts'
import type { RuleEdit } from './versions/rule-edit.ts'

/**
 * The edits that move a rule one place up (-1) or down (1) among those that come in the same turn: fallbacks stay behind the others. No
 * other two rules change their order. Rules of equal priority, which their ids had ordered, stay in that order with priorities of their
 * own as far as they stand behind the moved one. None where there is no such rule, or no place to move to.
 */
export function moveRule(rules: readonly Rule[], id: string, by: -1 | 1): RuleEdit[] {
  const moved = rules.find((rule) => rule.id === id)
  if (!moved) return []
  const turn = inPlace(rules.filter(({ fallback }) => fallback === moved.fallback))
  const from = turn.indexOf(moved)
  const to = from + by
  if (to < 0 || to >= turn.length) return []
  const wanted = turn.toSpliced(from, 1).toSpliced(to, 0, moved)
  return editsTo(wanted, numbered(wanted, Math.min(from, to)))
}

/** Priorities that put the rules in this order, the least of them others than they are; those up to `from` are in order already. */
function numbered(wanted: readonly Rule[], from: number): readonly number[] {
  const places = wanted.map(({ priority }) => priority)
  for (let at = from + 1; at < places.length && places[at - 1]! >= places[at]!; at += 1) places[at] = places[at - 1]! + 1
  return (places.at(-1) ?? 0) <= LAST_PLACE ? places : wanted.map((_, at) => at + 1)
}

function editsTo(wanted: readonly Rule[], places: readonly number[]): RuleEdit[] {
  return wanted.flatMap((rule, at): RuleEdit[] => {
    const priority = places[at]!
    return priority === rule.priority ? [] : [{ id: rule.id, was: rule, is: { ...rule, priority } }]
  })
}
