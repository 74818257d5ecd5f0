import type { Product } from '#app/commerce/product.ts'
import type { TiesTo } from '#app/rules/joins/tie-to.ts'
import { choose, keep } from './answer.ts'
import type { CompiledRule } from './compile-rule.ts'
import { compareBy } from './rank-products.ts'

/** What of a rule's answers is another than it was. */
export interface Revised {
  /** The numbers of the answers by which something else is offered now. */
  readonly stale: ReadonlySet<number>
  /** Products beside which alone something else is offered, since they stand in the answer to what they ask themselves. */
  readonly own: ReadonlySet<number>
}

/**
 * Makes the answers that a rule keeps true again, after one candidate was taken out of its order, put in or moved. `was` and
 * `is` tell what the candidate was and is tied to; undefined where it was or is none. Where it `changesSides`, what stands
 * beside it changes, though it may stay in its place.
 */
export function reviseAnswers(
  index: number,
  made: CompiledRule,
  products: readonly Product[],
  was: TiesTo | undefined,
  is: TiesTo | undefined,
  changesSides: boolean,
): Revised {
  const { need, most } = made.rule.offer
  const stale = new Set<number>()
  const own = new Set<number>()
  for (const { asked, number, indexes } of made.answers) {
    const stood = indexes.includes(index)
    const mayStand = is?.(asked.given) === true && !asked.barrier.bars(index)
    // By need what stands nowhere may still stand beside one of those that do.
    const matters = stood || (need ? mayStand || was?.(asked.given) === true : mayStand && !isBehind(index, indexes, made))
    if (!matters) continue
    const answer = choose(asked, made, products, [], undefined)
    keep(asked, answer, made)
    if (need || changesSides || !isSame(indexes, answer.indexes, most)) stale.add(number)
    else if (indexes[most] !== answer.indexes[most]) for (const one of answer.indexes) own.add(one)
  }
  return { stale, own }
}

/** Whether so many come before it that it is not among them. */
function isBehind(index: number, indexes: readonly number[], { rule, score }: CompiledRule): boolean {
  return indexes.length > rule.offer.most && compareBy(score, indexes.at(-1)!, index) < 0
}

function isSame(one: readonly number[], other: readonly number[], most: number): boolean {
  for (let at = 0; at < most; at += 1) if (one[at] !== other[at]) return false
  return true
}
