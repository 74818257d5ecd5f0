import type { Clock } from '#app/catalog/clock.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import type { ProductSet } from '#app/catalog/product-set.ts'
import type { Product, Variant } from '#app/commerce/product.ts'
import { putIn, takeOut, type CompiledRule } from './compile-rule.ts'
import type { Condition } from './conditions/condition.ts'
import { holds } from './conditions/holds.ts'
import { guardFor } from './guard.ts'
import type { Givers } from './joins/givers.ts'
import type { Barriers } from './never-together.ts'
import { pagesOffering } from './pages-offering.ts'
import type { Scores } from './rank-products.ts'
import type { Rule } from './rule.ts'

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
}

/**
 * Puts `after`, which has sold so many units, in the place of the product at `index`. Returns the pages whose slots may now
 * hold something else, by index; no other page's does. Takes time with the rules and with those pages, not with the catalogue.
 */
export function reviseRules(held: Held, index: number, after: Product, sold: number): Set<number> {
  const { products, clock, exclusion, offerable, barriers, scores, givers } = held
  const before = products[index]!
  const wasOfferable = offerable.has(index)
  const isOfferable = whyIneligible(after) === undefined && !(exclusion && holds(exclusion, after, clock))
  const changesSides = barriers.wouldDiffer(index, after)
  const tiesAlike = looksAlike(before, after)

  const pages = new Set([index])
  const around = { ...held, isBarred: barriers.isBarred }
  const touched: { readonly made: CompiledRule; readonly isIn: boolean }[] = []
  for (const made of held.rules) {
    const wasIn = wasOfferable && mayOffer(made.rule, before, clock)
    const isIn = isOfferable && mayOffer(made.rule, after, clock)
    made.triggers.put(index, guardFor(made.rule.when, after, clock) !== false)
    const stays = wasIn === isIn && (!isIn || (tiesAlike && !changesSides && !scores.wouldDiffer(made.rule, index, after, sold)))
    if (stays) continue
    touched.push({ made, isIn })
    if (!wasIn) continue
    for (const page of pagesOffering(index, made, around)) pages.add(page)
    takeOut(index, before, made)
  }

  products[index] = after
  offerable.put(index, isOfferable)
  barriers.revise(index, after)
  scores.revise(index, after, sold)
  givers.revise(index, before, after)
  for (const { made, isIn } of touched) {
    made.kept.clear()
    if (!isIn) continue
    putIn(index, after, made)
    for (const page of pagesOffering(index, made, around)) pages.add(page)
  }
  if (wasOfferable !== isOfferable || changesSides) for (const page of held.boughtBeside(index)) pages.add(page)
  return pages
}

function mayOffer({ offer: { where, except } }: Rule, product: Product, clock: Clock): boolean {
  return holds(where, product, clock) && !(except && holds(except, product, clock))
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
