import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Product } from '#app/commerce/product.ts'
import { foldValue } from './conditions/kind.ts'
import type { Rule } from './rule.ts'
import { joinKindOf } from './joins/joins.ts'
import { tiedTo } from './joins/is-tied.ts'
import type { Candidates, CompiledRule } from './compile-rule.ts'
import { compareNeeds, meetNeed, piecesTaken, type NeedMet } from './need.ts'
import { compareBy, type Score } from './rank-products.ts'

export interface Offered {
  readonly index: number
  /** How it meets the trigger's need; null where one piece is offered. */
  readonly need: NeedMet | null
}

/** What orders say was bought with a product, best first, by index. */
export type BoughtWith = (index: number) => readonly number[]

/**
 * What a rule offers beside one of its triggers, best first. Where the trigger says how many pieces it takes, only what
 * meets that best is offered; a trigger that does not say is offered one of each.
 */
export function offerBeside(index: number, compiled: CompiledRule, products: readonly Product[], boughtWith: BoughtWith): Offered[] {
  const { rule, score, candidates } = compiled
  const trigger = products[index]!
  const checks = candidates.checked.map((join) => tiedTo(trigger, join))
  if (!checks.every((check) => check !== undefined)) return []
  const isOffered = (candidate: number) => candidate !== index && checks.every((check) => check(products[candidate]!))
  const { need, sort, most } = rule.offer
  const sorted = candidatesFor(trigger, candidates, score)
  const inOrder = sort === 'bought-together' ? boughtFirst(boughtWith(index), sorted) : sorted
  const taken = need ? piecesTaken(trigger, need) : undefined
  if (need && taken !== undefined) {
    const met = bestMet(inOrder, isOffered, (candidate) => meetNeed(taken, products[candidate]!, need), most)
    return met.map((offered) => ({ ...offered, need: { ...offered.need, ...pieceNamed(rule, trigger, products[offered.index]!) } }))
  }
  return take(inOrder, isOffered, most)
}

function take(inOrder: Iterable<number>, isOffered: (candidate: number) => boolean, most: number): Offered[] {
  const offered: Offered[] = []
  for (const index of inOrder) {
    if (isOffered(index)) offered.push({ index, need: null })
    if (offered.length === most) break
  }
  return offered
}

function bestMet(
  inOrder: Iterable<number>,
  isOffered: (candidate: number) => boolean,
  meet: (candidate: number) => NeedMet | undefined,
  most: number,
): { readonly index: number; readonly need: NeedMet }[] {
  let best: NeedMet | undefined
  let offered: { readonly index: number; readonly need: NeedMet }[] = []
  for (const index of inOrder) {
    const need = isOffered(index) ? meet(index) : undefined
    if (!need) continue
    const difference = best ? compareNeeds(need, best) : -1
    if (difference < 0) [best, offered] = [need, []]
    if (difference <= 0 && offered.length < most) offered.push({ index, need })
  }
  return offered
}

/** What both say of the pieces, as the trigger writes it. */
function pieceNamed({ offer }: Rule, trigger: Product, offered: Product): { readonly of?: string } {
  const join = offer.joins.find((one) => one.kind === 'metafield')
  if (!join) return {}
  const held = new Set(metafieldOf(offered, join.offered).map(foldValue))
  const shared = metafieldOf(trigger, join.trigger).find((value) => held.has(foldValue(value)))
  return shared === undefined ? {} : { of: String(shared) }
}

/** Of the candidates, those that share a key with the trigger, where the rule is joined by keys. */
function candidatesFor(trigger: Product, candidates: Candidates, score: Score): readonly number[] {
  if (candidates.kind === 'all') return candidates.indexes
  const kind = joinKindOf(candidates.join)
  if (kind.by !== 'keys') return []
  const lists = [...new Set(kind.ofTrigger(trigger, candidates.join))].flatMap((key) => {
    const list = candidates.by.get(key)
    return list ? [list] : []
  })
  const [first = [], ...more] = lists
  return more.length === 0 ? first : [...new Set(lists.flat())].sort((a, b) => compareBy(score, a, b))
}

/** The candidates with those in front that orders speak for, in the order of the evidence. */
function boughtFirst(bought: readonly number[], inOrder: readonly number[]): number[] {
  const known = new Set(inOrder)
  const front = bought.filter((index) => known.has(index))
  const isFront = new Set(front)
  return [...front, ...inOrder.filter((index) => !isFront.has(index))]
}
