import type { Key } from '#app/rules/conditions/kind.ts'
import type { Givers } from '#app/rules/joins/givers.ts'
import { MOST_KEPT } from './answer.ts'
import type { CompiledRule } from './compile-rule.ts'
import type { Revised } from './revise-answers.ts'
import type { LastAnswered } from './rules-beside.ts'

/**
 * Every page beside which a rule now offers something else than when it was asked last. Its answers were revised for one
 * candidate, that is or was tied by `keys`; where what a page asks is not kept, the page is among them.
 */
export function* pagesOfferedOtherwise(
  made: CompiledRule,
  { stale, own }: Revised,
  keys: Iterable<Key>,
  givers: Givers,
  lastAnswered: LastAnswered,
): Generator<number> {
  const { triggers, kept } = made
  for (const page of own) if (triggers.has(page) && lastAnswered(page) !== 'not asked') yield page
  if (stale.size === 0 && kept.size < MOST_KEPT) return
  for (const page of pagesTiedBy(keys, made, givers)) {
    const answer = lastAnswered(page)
    if (answer === 'unknown' || (typeof answer === 'object' && stale.has(answer.number))) yield page
  }
}

function* pagesTiedBy(keys: Iterable<Key>, { triggers, tied }: CompiledRule, givers: Givers): Generator<number> {
  if (!tied) yield* triggers.indexes()
  else for (const key of keys) for (const page of givers.of(tied.join, key)) if (triggers.has(page)) yield page
}
