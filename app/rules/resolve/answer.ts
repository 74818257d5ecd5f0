import type { Product } from '#app/commerce/product.ts'
import { tieBy } from '#app/rules/joins/tie-to.ts'
import { compareNeeds, meetNeed, type NeedMet } from '#app/rules/need.ts'
import type { CompiledRule } from './compile-rule.ts'
import type { Answer, OfferQuery, Chosen, Offered } from './offer-query.ts'
import { compareBy, placeBy } from './rank-products.ts'

/** Answers kept for each rule: the first so many, which stay. */
export const MOST_KEPT = 1_000

/** What a rule has for triggers that ask this, kept for the next of them. */
export function answerTo(asked: OfferQuery, made: CompiledRule, products: readonly Product[]): Answer {
  const known = made.kept.get(asked.name)
  if (known !== undefined) return made.answers[known - 1]!
  const chosen = choose(asked, made, products, [], undefined)
  if (made.kept.size < MOST_KEPT) return keep(asked, chosen, made)
  return { ...chosen, asked, number: 0, offered: offeredOf(chosen, made) }
}

/**
 * Keeps copies. Were what is made for every page itself kept here and there, V8 would learn that it lasts, and make all of it
 * among what is old, where garbage lies long.
 */
export function keep({ name, given, taken, barrier }: OfferQuery, chosen: Chosen, made: CompiledRule): Answer {
  const number = made.kept.get(name) ?? made.kept.size + 1
  const { indexes, need } = chosen
  const asked = { name, given: given.slice(), taken, barrier }
  const answer = { asked, number, indexes: indexes.slice(), need, offered: offeredOf(chosen, made) }
  made.kept.set(name, number)
  made.answers[number - 1] = answer
  return answer
}

function offeredOf({ indexes }: Chosen, { rule }: CompiledRule): Offered[] {
  return indexes.slice(0, rule.offer.most).map((index) => ({ index, need: null }))
}

/** The same chosen anew, with what was bought first, and without `except`, an index. */
export function choose(
  { given, taken, barrier }: OfferQuery,
  made: CompiledRule,
  products: readonly Product[],
  bought: readonly number[],
  except: number | undefined,
): Chosen {
  const { need, most, joins } = made.rule.offer
  const checks = joins.flatMap((join, at) => (at === made.tied?.at ? [] : [tieBy(join, given[at]!)]))
  const sorted = candidatesFor(given, made)
  const indexes: number[] = []
  let best: NeedMet | null = null
  for (const index of bought.length > 0 ? boughtFirst(bought, sorted, made) : sorted) {
    if (index === except || barrier.bars(index) || !checks.every((check) => check(products[index]!))) continue
    const met = need && taken !== undefined ? meetNeed(taken, products[index]!, need) : null
    if (met === undefined) continue
    const difference: number = met && best ? compareNeeds(met, best) : 0
    if (difference < 0) indexes.length = 0
    if (difference <= 0 && indexes.length <= most) indexes.push(index)
    if (difference <= 0) best = met
    if (!met && indexes.length > most) break
  }
  return { indexes, need: best }
}

/** Of the candidates, those that share a key with the trigger, where the rule is joined by keys. */
function candidatesFor(given: OfferQuery['given'], { tied, candidates, score }: CompiledRule): readonly number[] {
  if (!tied) return candidates
  const keys = given[tied.at]
  if (typeof keys !== 'object') return []
  if (keys.length === 1) return tied.by.get(keys[0]!) ?? []
  const lists = [...new Set(keys)].flatMap((key) => [tied.by.get(key) ?? []])
  const [first = [], ...more] = lists.filter((list) => list.length > 0)
  return more.length === 0 ? first : [...new Set(lists.flat())].sort((a, b) => compareBy(score, a, b))
}

/** The ordered candidates with those in front that orders speak for, in the order of the evidence. */
function* boughtFirst(bought: readonly number[], sorted: readonly number[], { score }: CompiledRule): Generator<number> {
  const front = bought.filter((index) => sorted[placeBy(score, sorted, index)] === index)
  yield* front
  for (const index of sorted) if (!front.includes(index)) yield index
}
