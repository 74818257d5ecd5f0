import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage } from '#app/catalog/eligible.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import { NO_BARRIER, type Barrier } from '#app/rules/never-together.ts'
import { offerInOrder } from './offer-in-order.ts'
import type { Place } from './place.ts'
import { MOST_CARDS, SLOT_SIZE, type Card, type Choice, type Slot } from './slot.ts'
import type { Sources } from './sources.ts'

/** Shared, since slots are filled by the hundred thousand. */
const NONE: readonly never[] = []

/** Products that a card in a cart never stands beside. */
const MOST_APART = 100

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
 * Fills a slot beside the product at `index`, or where no product is looked at: in a locked slot with the rules' offers; in an assisted
 * one with the same in the order of what was bought together; in an open one from its sources in their order. A locked slot holds
 * nothing that no rule chose.
 * The product itself, what may not be offered and what never stands beside it stay out, and what the merchant hides is led to by rules
 * alone. A product that several chose is one card: it stands where the
 * first of them wanted it, for whoever is the first whose moment has come.
 */
export function fillSlot(index: number | undefined, place: Place, sources: Sources): Slot {
  const { resolver } = sources
  if (index !== undefined) {
    const page = resolver.products[index]
    if (!page || !hasPage(page)) return { kind: 'nothing', why: 'page-not-shown' }
  }
  const { lock } = place.mix
  if (lock === 'off') return { kind: 'nothing', why: 'off' }

  const barrier = index === undefined ? NO_BARRIER : resolver.barrierOf(index)
  const isCart = PLACEMENTS[place.placement].about === 'cart'
  const standing: Standing[] = []
  let always = 0
  const take = (offered: number, choice: Choice): boolean => {
    if (!resolver.offerable.has(offered) || place.taken.has(offered)) return true
    if (offered === index ? choice.instead !== 'subscription' : barrier.bars(offered)) return true
    let card = standingOf(offered, standing)
    if (card) {
      if ((card.otherwise?.at(-1) ?? card.first).guard === undefined) return true
      card.otherwise ??= []
      card.otherwise.push(choice)
    } else {
      if (standing.length === MOST_CARDS) return true
      const apart = isCart ? apartInCart(resolver.barrierOf(offered)) : apartFrom(standing, resolver.barrierOf(offered))
      if (!apart) return true
      card = { offered, first: choice, otherwise: undefined, apart, notIn: marketsWithout(offered, sources.catalog) }
      standing.push(card)
    }
    if (choice.guard === undefined && card.apart.length === 0 && card.notIn.length === 0) always += 1
    return always < SLOT_SIZE
  }
  offerInOrder(take, index, place, sources)
  if (standing.length > 0) return { kind: 'filled', cards: standing.map((card) => toCard(card, resolver.ids, place.placement)) }
  return { kind: 'nothing', why: lock === 'open' ? 'no-rule-and-too-little-evidence' : 'no-rule-offers' }
}

function standingOf(offered: number, standing: readonly Standing[]): Standing | undefined {
  for (const one of standing) if (one.offered === offered) return one
  return undefined
}

/** Which of those that stand already never stand beside it. */
function apartFrom(standing: readonly Standing[], barrier: Barrier): readonly number[] {
  return barrier === NO_BARRIER ? NONE : standing.flatMap(({ offered }) => (barrier.bars(offered) ? [offered] : []))
}

/** In a cart a card meets whatever else lies there; undefined where that is too much to write down. */
function apartInCart(barrier: Barrier): readonly number[] | undefined {
  const all = barrier.all()?.indexes() ?? NONE
  return all.length > MOST_APART ? undefined : [...all]
}

function marketsWithout(offered: number, { markets }: Catalog): readonly string[] {
  return markets.length === 0 ? NONE : markets.flatMap(({ handle, lacks }) => (lacks.has(offered) ? [foldAsLiquid(handle)] : []))
}

function toCard({ offered, first, otherwise, apart, notIn }: Standing, ids: readonly ProductId[], placement: Placement): Card {
  const product = ids[offered]!
  const card = { product, ...first }
  const isHere = placement === 'collection' && first.reason.by === 'popular'
  if (!otherwise && apart.length === 0 && notIn.length === 0 && !isHere) return card
  return {
    ...card,
    ...(otherwise && { otherwise }),
    ...(apart.length > 0 && { apart: apart.map((other) => ids[other]!) }),
    ...(notIn.length > 0 && { notIn }),
    ...(isHere && { here: true }),
  }
}
