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
  const turn = turnOf(rules, moved)
  const to = turn.indexOf(moved) + by
  return to < 0 || to >= turn.length ? [] : put(turn, moved, to)
}

/**
 * The edits that put a rule right before or right behind another one, likewise. Beside a rule of another turn it comes as near to it as its
 * own goes: a fallback first among its like, any other last. None where one of the two is not there.
 */
export function placeRule(rules: readonly Rule[], id: string, side: 'before' | 'behind', beside: string): RuleEdit[] {
  const moved = rules.find((rule) => rule.id === id)
  const other = rules.find((rule) => rule.id === beside)
  if (!moved || !other || moved === other) return []
  const turn = turnOf(rules, moved)
  const others = turn.filter((rule) => rule !== moved)
  if (other.fallback !== moved.fallback) return put(turn, moved, moved.fallback ? 0 : others.length)
  return put(turn, moved, others.indexOf(other) + (side === 'before' ? 0 : 1))
}

/**
 * The edits after which a rule that is to be written has a place of its own: where others of its turn have its priority it comes before
 * them, unless it was among them already. With its own edit where its priority has to be another than it says.
 */
export function settleRule(rules: readonly Rule[], written: Rule): RuleEdit[] {
  const was = rules.find(({ id }) => id === written.id)
  const others = rules.filter(({ id, fallback }) => id !== written.id && fallback === written.fallback)
  const isTied = others.some(({ priority }) => priority === written.priority)
  if (!isTied || (was && was.priority === written.priority && was.fallback === written.fallback)) return []
  const turn = inPlace(others)
  const to = turn.findIndex(({ priority }) => priority >= written.priority)
  const wanted = turn.toSpliced(to, 0, written)
  return editsTo(wanted, numbered(wanted, to))
}

/** Those that come in the same turn as a rule, in their order. */
const turnOf = (rules: readonly Rule[], { fallback }: Rule) => inPlace(rules.filter((rule) => rule.fallback === fallback))

function put(turn: readonly Rule[], moved: Rule, to: number): RuleEdit[] {
  const from = turn.indexOf(moved)
  if (from === to) return []
  const wanted = turn.toSpliced(from, 1).toSpliced(to, 0, moved)
  return editsTo(wanted, numbered(wanted, Math.min(from, to), Math.max(from, to)))
}

/**
 * Priorities that put the rules in this order, few of them others than they are; those up to `from` are in order already, and those behind
 * `to` among themselves.
 */
function numbered(wanted: readonly Rule[], from: number, to = from): readonly number[] {
  const places = wanted.map(({ priority }) => priority)
  for (let at = from + 1; at < places.length; at += 1) {
    if (places[at - 1]! >= places[at]!) places[at] = places[at - 1]! + 1
    else if (at > to) break
  }
  return (places.at(-1) ?? 0) <= LAST_PLACE ? places : wanted.map((_, at) => at + 1)
}

function editsTo(wanted: readonly Rule[], places: readonly number[]): RuleEdit[] {
  return wanted.flatMap((rule, at): RuleEdit[] => {
    const priority = places[at]!
    return priority === rule.priority ? [] : [{ id: rule.id, was: rule, is: { ...rule, priority } }]
  })
}
