import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage, isHidden } from '#app/catalog/eligible.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Lock } from '#app/commerce/placement.ts'
import type { Companions } from '#app/models/companions.ts'
import { foldAsLiquid } from '#app/rules/conditions/fold-as-liquid.ts'
import type { NeedMet } from '#app/rules/need.ts'
import { NO_BARRIER, type Barrier } from '#app/rules/never-together.ts'
import type { Resolver } from '#app/rules/resolve.ts'
import type { Offer, Turn } from '#app/rules/turns.ts'
import { MOST_CARDS, SLOT_SIZE, type Card, type Choice, type Slot } from './slot.ts'

export interface Sources {
  readonly catalog: Catalog
  readonly resolver: Resolver
  /** A model's neighbours, and which model it is. */
  readonly companions: Companions
  readonly model: string
}

/** Shared, since slots are filled by the hundred thousand. */
const NONE: readonly never[] = []

/** A card as it comes together: whoever chose its product first, and who did so after. */
interface Standing {
  readonly offered: number
  readonly first: Choice
  /** Made once there is one. Grows in place: hundreds of rules may choose the same product, each at its own moment. */
  otherwise: Choice[] | undefined
  readonly apart: readonly number[]
  readonly notIn: readonly string[]
}

/**
 * Fills the slot beside the product at `index`: the rules' offers first, in an assisted slot in the order of what was bought
 * together; then, in an open slot alone, what was bought together itself. A locked slot holds nothing that no rule chose.
 * The product itself, what may not be offered and what never stands beside it stay out, and what the merchant hides is led to by rules
 * alone. A product that several chose is one card: it stands where the
 * first of them wanted it, for whoever is the first whose moment has come.
 */
export function fillSlot(index: number, lock: Lock, sources: Sources): Slot {
  const { resolver } = sources
  const page = resolver.products[index]
  if (!page || !hasPage(page)) return { kind: 'nothing', why: 'page-not-shown' }
  if (lock === 'off') return { kind: 'nothing', why: 'off' }

  const barrier = resolver.barrierOf(index)
  const standing: Standing[] = []
  let always = 0
  const take = (offered: number, choice: Choice): boolean => {
    if (offered === index || !resolver.offerable.has(offered) || barrier.bars(offered)) return true
    let card = standingOf(offered, standing)
    if (card) {
      if ((card.otherwise?.at(-1) ?? card.first).guard === undefined) return true
      card.otherwise ??= []
      card.otherwise.push(choice)
    } else {
      if (standing.length === MOST_CARDS) return true
      const apart = apartFrom(standing, resolver.barrierOf(offered))
      card = { offered, first: choice, otherwise: undefined, apart, notIn: marketsWithout(offered, sources.catalog) }
      standing.push(card)
    }
    if (choice.guard === undefined && card.apart.length === 0 && card.notIn.length === 0) always += 1
    return always < SLOT_SIZE
  }
  offerInTurn(take, index, lock, sources)
  if (standing.length > 0) return { kind: 'filled', cards: standing.map((card) => toCard(card, resolver.ids)) }
  return { kind: 'nothing', why: lock === 'open' ? 'no-rule-and-too-little-evidence' : 'no-rule-offers' }
}

/** Offers to `take`, for as long as that is true, what may come into a slot, in its order. */
function offerInTurn(take: (offered: number, choice: Choice) => boolean, index: number, lock: Lock, sources: Sources): void {
  const { catalog, resolver, companions, model } = sources
  const bought = lock === 'locked' ? [] : companions(resolver.ids[index]!)
  if (lock === 'assisted') {
    const places = new Map(bought.map(({ product }, place) => [catalog.indexOf(product), place]))
    const place = (offer: Offer) => places.get(offer.index) ?? bought.length
    const offers = resolver.offersFor(index).toSorted((a, b) => place(a) - place(b))
    offers.every((offer) => take(offer.index, withNeed(choiceOf(offer), offer.need)))
    return
  }
  let isFull = false
  resolver.eachTurn(index, (turn) => {
    const choice = choiceOf(turn)
    isFull = !turn.offered.every(({ index: offered, need }) => take(offered, withNeed(choice, need)))
    return !isFull
  })
  if (lock !== 'open' || isFull) return
  for (const { product, counts } of bought) {
    const offered = catalog.indexOf(product)
    if (offered === undefined || isHidden(catalog.products[offered]!)) continue
    if (!take(offered, { reason: { by: 'bought-together', model, counts } })) return
  }
}

function choiceOf({ rule, guard }: Turn | Offer): Choice {
  const reason = { by: 'rule', rule: rule.id, name: rule.name } as const
  return typeof guard === 'boolean' ? { reason } : { reason, guard }
}

function withNeed(choice: Choice, need: NeedMet | null): Choice {
  return need ? { reason: choice.reason, need, ...(choice.guard && { guard: choice.guard }) } : choice
}

function standingOf(offered: number, standing: readonly Standing[]): Standing | undefined {
  for (const one of standing) if (one.offered === offered) return one
  return undefined
}

/** Which of those that stand already never stand beside it. */
function apartFrom(standing: readonly Standing[], barrier: Barrier): readonly number[] {
  return barrier === NO_BARRIER ? NONE : standing.flatMap(({ offered }) => (barrier.bars(offered) ? [offered] : []))
}

function marketsWithout(offered: number, { markets }: Catalog): readonly string[] {
  return markets.length === 0 ? NONE : markets.flatMap(({ handle, lacks }) => (lacks.has(offered) ? [foldAsLiquid(handle)] : []))
}

function toCard({ offered, first, otherwise, apart, notIn }: Standing, ids: readonly ProductId[]): Card {
  const product = ids[offered]!
  const card = first.need || first.guard ? { product, ...first } : { product, reason: first.reason }
  if (!otherwise && apart.length === 0 && notIn.length === 0) return card
  return {
    ...card,
    ...(otherwise && { otherwise }),
    ...(apart.length > 0 && { apart: apart.map((other) => ids[other]!) }),
    ...(notIn.length > 0 && { notIn }),
  }
}
