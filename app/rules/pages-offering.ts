import type { Product } from '#app/commerce/product.ts'
import { MOST_KEPT } from './answer.ts'
import { askedBy } from './asked.ts'
import type { CompiledRule } from './compile-rule.ts'
import type { Key } from './conditions/kind.ts'
import type { Givers } from './joins/givers.ts'
import type { Barriers } from './never-together.ts'
import type { Revised } from './revise-answers.ts'

export interface Around {
  readonly products: readonly Product[]
  readonly givers: Givers
  readonly barriers: Barriers
}

/**
 * Every page beside which a rule now offers something else. Its answers were revised for one candidate, that is or was tied
 * by `keys`; where what a page asks is not kept, the page is among them.
 */
export function* pagesOfferedOtherwise(
  made: CompiledRule,
  { stale, own }: Revised,
  keys: Iterable<Key>,
  around: Around,
): Generator<number> {
  const { rule, triggers, kept } = made
  for (const page of own) if (triggers.has(page)) yield page
  if (stale.size === 0 && kept.size < MOST_KEPT) return
  for (const page of pagesTiedBy(keys, made, around.givers)) {
    const asked = askedBy(around.products[page]!, rule, around.barriers.of(page))
    if (asked && (stale.has(asked.name) || !kept.has(asked.name))) yield page
  }
}

function* pagesTiedBy(keys: Iterable<Key>, { triggers, tied }: CompiledRule, givers: Givers): Generator<number> {
  if (!tied) yield* triggers
  else for (const key of keys) for (const page of givers.of(tied.join, key)) if (triggers.has(page)) yield page
}
