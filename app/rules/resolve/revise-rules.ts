import type { Clock } from '#app/catalog/clock.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import type { Product, Variant } from '#app/commerce/product.ts'
import { differingIn } from '#app/rules/conditions/aspect.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import type { Givers } from '#app/rules/joins/givers.ts'
import { keysOfOffered, tiesTo } from '#app/rules/joins/tie-to.ts'
import type { Barriers } from '#app/rules/never-together.ts'
import type { Rule } from '#app/rules/rule.ts'
import { putIn, takeOut, type CompiledRule } from './compile-rule.ts'
import { guardFor } from './guard.ts'
import { pagesOfferedOtherwise } from './pages-offering.ts'
import type { Scores } from './rank-products.ts'
import { reviseAnswers } from './revise-answers.ts'
import type { LastAnswered } from './rules-beside.ts'

/** All that a resolver holds of single products, to be kept true while they change. */
export interface Held {
  readonly products: Product[]
  readonly clock: Clock
  readonly exclusion: Condition | null
  readonly offerable: ProductSet
  readonly barriers: Barriers
  readonly scores: Scores
  readonly givers: Givers
  readonly rules: Iterable<CompiledRule>
  /** The products with which orders bought the one at an index. */
  readonly boughtBeside: (index: number) => Iterable<number>
  /** Tells of pages what the rule answered when they were last filled. */
  readonly lastAnswered: (made: CompiledRule) => LastAnswered
}

interface Touched {
  readonly made: CompiledRule
  readonly wasIn: boolean
  readonly isIn: boolean
}

/**
 * Puts `after`, which has sold so many units, in the place of the product at `index`. Returns the pages that may now hold
 * something else than when they were last filled, by index; no other page does. Takes time with the rules and with those
 * pages, not with the catalogue, unless the product is to be kept apart from others than before.
 */
export function reviseRules(held: Held, index: number, after: Product, sold: number): ProductSet {
  const { products, offerable, barriers, scores, givers } = held
  const before = products[index]!
  const wasOfferable = offerable.has(index)
  const isOfferable = whyIneligible(after) === undefined && !(held.exclusion && holds(held.exclusion, after, held.clock))
  const changesSides = barriers.wouldDiffer(index, after)

  const touched = touchedRules(held, index, after, sold, { wasOfferable, isOfferable, changesSides })
  for (const { made, wasIn } of touched) if (wasIn) takeOut(index, before, made)
  products[index] = after
  offerable.put(index, isOfferable)
  barriers.revise(index, after)
  scores.revise(index, after, sold)
  givers.revise(index, before, after)

  const pages = new ProductSet(products.length)
  pages.add(index)
  for (const { made, wasIn, isIn } of touched) {
    if (isIn) putIn(index, after, made)
    const { joins, sort } = made.rule.offer
    const revised = reviseAnswers(
      index,
      made,
      products,
      wasIn ? tiesTo(before, joins) : undefined,
      isIn ? tiesTo(after, joins) : undefined,
      changesSides,
    )
    const lastAnswered = held.lastAnswered(made)
    const keys = made.tied ? [before, after].flatMap((product) => keysOfOffered(made.tied!.join, product)) : []
    for (const page of pagesOfferedOtherwise(made, revised, keys, givers, lastAnswered)) pages.add(page)
    if (sort !== 'bought-together') continue
    for (const page of held.boughtBeside(index)) if (made.triggers.has(page) && lastAnswered(page) !== 'not asked') pages.add(page)
  }
  if (wasOfferable !== isOfferable) for (const page of held.boughtBeside(index)) pages.add(page)
  // In a cart every card names what it never stands beside.
  if (changesSides) for (const page of products.keys()) pages.add(page)
  return pages
}

/** The rules for which the candidate comes, goes, stands elsewhere or is tied to others. Makes their triggers true on the way. */
function touchedRules(
  { products, clock, scores, rules }: Held,
  index: number,
  after: Product,
  sold: number,
  {
    wasOfferable,
    isOfferable,
    changesSides,
  }: { readonly wasOfferable: boolean; readonly isOfferable: boolean; readonly changesSides: boolean },
): Touched[] {
  const before = products[index]!
  const differs = differingIn(before, after)
  const tiesAlike = looksAlike(before, after)
  const touched: Touched[] = []
  for (const made of rules) {
    const { rule, triggers, looksAt } = made
    if (looksAt.ofTriggers.some(differs)) triggers.put(index, guardFor(rule.when, after, clock) !== false)
    const staysIn = wasOfferable === isOfferable && !looksAt.ofOffered.some(differs)
    const mayMove = changesSides || (!tiesAlike && looksAtOffered(rule)) || scores.wouldDiffer(rule, index, after, sold)
    if (staysIn && !mayMove) continue
    const wasIn = wasOfferable && mayOffer(rule, before, clock)
    const isIn = staysIn ? wasIn : isOfferable && mayOffer(rule, after, clock)
    if (wasIn !== isIn || (isIn && mayMove)) touched.push({ made, wasIn, isIn })
  }
  return touched
}

function mayOffer({ offer: { where, except } }: Rule, product: Product, clock: Clock): boolean {
  return holds(where, product, clock) && !(except && holds(except, product, clock))
}

/** Whether a rule looks at more of what it offers than whether it may. */
function looksAtOffered({ offer: { joins, need } }: Rule): boolean {
  return joins.length > 0 || need !== null
}

/** Whether no join and no need can tell the two apart. */
function looksAlike(one: Product, other: Product): boolean {
  return JSON.stringify(faceOf(one)) === JSON.stringify(faceOf(other))
}

/** What joins and needs look at, and more: what is left out is what they never do. */
function faceOf({ variants, ...product }: Product) {
  const { title: _title, handle: _handle, pictureUrl: _picture, status: _status, published: _published, ...face } = product
  return { ...face, variants: variants.map(variantFaceOf) }
}

function variantFaceOf({
  available: _available,
  stock: _stock,
  compareAt: _compareAt,
  sku: _sku,
  cost: _cost,
  title: _title,
  ...face
}: Variant) {
  return face
}
