import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Product } from '#app/commerce/product.ts'
import type { CompiledRule, Offered } from './compile-rule.ts'
import { foldValue } from './conditions/kind.ts'
import { givenTo, tieBy, type Given } from './joins/tie-to.ts'
import type { Barrier } from './never-together.ts'
import { compareNeeds, meetNeed, piecesTaken, type NeedMet } from './need.ts'
import { compareBy } from './rank-products.ts'

/** What orders say was bought with a product, best first, by index. */
export type BoughtWith = (index: number) => readonly number[]

/** What a rule ties to and asks of one trigger: triggers of which these are the same are offered the same. */
interface Asked {
  /** For each join, the keys or the number that the trigger gives. */
  readonly given: readonly Given[]
  readonly taken: number | undefined
  readonly barrier: Barrier
}

/** Answers kept for triggers that ask the same, for each rule. */
const MOST_KEPT = 1_000

/**
 * What a rule offers beside one of its triggers, best first. Where the trigger says how many pieces it takes, only what
 * meets that best is offered; a trigger that does not say is offered one of each.
 */
export function offerBeside(
  index: number,
  compiled: CompiledRule,
  products: readonly Product[],
  boughtWith: BoughtWith,
  barrier: Barrier,
): Offered[] {
  const { offer } = compiled.rule
  const trigger = products[index]!
  const asked = askedBy(trigger, compiled, barrier)
  if (!asked) return []
  const bought = offer.sort === 'bought-together' ? boughtWith(index) : []
  const offered = bought.length > 0 ? choose(asked, compiled, products, bought, index) : kept(asked, compiled, products)
  // Without itself a product may be offered packs of another size, so that is looked at anew.
  const isIn = bought.length === 0 && offered.some((one) => one.index === index)
  const others = isIn && asked.taken !== undefined ? choose(asked, compiled, products, bought, index) : offered
  const chosen = others.filter((one) => one.index !== index).slice(0, offer.most)
  return asked.taken === undefined ? chosen : chosen.map((one) => withPieces(one, compiled, trigger, products[one.index]!))
}

/** Undefined where a join ties nothing to the trigger. */
function askedBy(trigger: Product, { rule }: CompiledRule, barrier: Barrier): Asked | undefined {
  const given: Given[] = []
  for (const join of rule.offer.joins) {
    const one = givenTo(join, trigger)
    if (one === undefined) return undefined
    given.push(one)
  }
  return { given, taken: rule.offer.need ? piecesTaken(trigger, rule.offer.need) : undefined, barrier }
}

function kept(asked: Asked, compiled: CompiledRule, products: readonly Product[]): readonly Offered[] {
  const { given, taken, barrier } = asked
  const name = given.length === 0 && taken === undefined ? barrier.name : JSON.stringify([given, taken, barrier.name])
  const known = compiled.kept.get(name)
  if (known) return known
  const chosen = choose(asked, compiled, products, [], undefined)
  if (compiled.kept.size >= MOST_KEPT) compiled.kept.clear()
  compiled.kept.set(name, chosen)
  return chosen
}

/** One more than the rule offers, since the trigger may be among them; without `except`, an index. */
function choose(
  { given, taken, barrier }: Asked,
  compiled: CompiledRule,
  products: readonly Product[],
  bought: readonly number[],
  except: number | undefined,
): Offered[] {
  const { need, most, joins } = compiled.rule.offer
  const checks = joins.flatMap((join, at) => (join === compiled.tied?.join ? [] : [tieBy(join, given[at]!)]))
  const isOffered = (candidate: number) =>
    candidate !== except && !barrier.bars(candidate) && checks.every((check) => check(products[candidate]!))
  const sorted = candidatesFor(given, compiled)
  const inOrder = bought.length > 0 ? boughtFirst(bought, sorted) : sorted
  const offered: Offered[] = []
  let best: NeedMet | undefined
  for (const index of inOrder) {
    if (!isOffered(index)) continue
    const met = need && taken !== undefined ? meetNeed(taken, products[index]!, need) : null
    if (met === undefined) continue
    const difference = met && best ? compareNeeds(met, best) : 0
    if (difference < 0) offered.length = 0
    if (difference <= 0 && offered.length <= most) offered.push({ index, need: met })
    if (met && difference <= 0) best = met
    if (!met && offered.length > most) break
  }
  return offered
}

/** Of the candidates, those that share a key with the trigger, where the rule is joined by keys. */
function candidatesFor(given: Asked['given'], { rule, tied, candidates, score }: CompiledRule): readonly number[] {
  if (!tied) return candidates
  const keys = given[rule.offer.joins.indexOf(tied.join)]
  const lists = typeof keys === 'object' ? [...new Set(keys)].flatMap((key) => [tied.by.get(key) ?? []]) : []
  const [first = [], ...more] = lists.filter((list) => list.length > 0)
  return more.length === 0 ? first : [...new Set(lists.flat())].sort((a, b) => compareBy(score, a, b))
}

/** The candidates with those in front that orders speak for, in the order of the evidence. */
function boughtFirst(bought: readonly number[], inOrder: readonly number[]): number[] {
  const known = new Set(inOrder)
  const front = bought.filter((index) => known.has(index))
  const isFront = new Set(front)
  return [...front, ...inOrder.filter((index) => !isFront.has(index))]
}

/** With what both say of the pieces, as the trigger writes it. */
function withPieces(one: Offered, { rule }: CompiledRule, trigger: Product, offered: Product): Offered {
  const join = rule.offer.joins.find(({ kind }) => kind === 'metafield')
  if (!one.need || join?.kind !== 'metafield') return one
  const held = new Set(metafieldOf(offered, join.offered).map(foldValue))
  const shared = metafieldOf(trigger, join.trigger).find((value) => held.has(foldValue(value)))
  return shared === undefined ? one : { ...one, need: { ...one.need, of: String(shared) } }
}
