import type { NeedMet } from '#app/rules/need.ts'
import type { Offer, RuleOffers } from '#app/rules/resolve/offer-rule-by-rule.ts'
import { adjust } from './adjust.ts'
import type { Place } from './place.ts'
import type { Choice } from './slot.ts'
import type { Sources } from './sources.ts'

/** Takes a product, by index, for a choice; false once there is room for no more. */
type Take = (offered: number, choice: Choice) => boolean

/** Offers to `take`, for as long as that is true, what may come into a slot, in its order. */
export function offerInOrder(take: Take, index: number | undefined, place: Place, sources: Sources): void {
  switch (place.mix.lock) {
    case 'off':
      return
    case 'locked':
      return void offerOfRules(take, index, place, sources)
    case 'assisted':
      return offerAssisted(take, index, place, sources)
    case 'open':
      return offerFromSources(take, index, place, sources)
    default:
      return place.mix.lock satisfies never
  }
}

/** Whether there is room for more. */
function offerOfRules(take: Take, index: number | undefined, { placement }: Place, { resolver }: Sources): boolean {
  let hasRoom = true
  resolver.eachTurn(index, placement, (turn) => {
    const choice = choiceOf(turn)
    hasRoom = turn.offered.every(({ index: offered, need }) => take(offered, withNeed(choice, need)))
    return hasRoom
  })
  return hasRoom
}

function offerAssisted(take: Take, index: number | undefined, place: Place, sources: Sources): void {
  const { catalog, resolver, companions } = sources
  if (index === undefined) return void offerOfRules(take, index, place, sources)
  const bought = companions(resolver.ids[index]!)
  const places = new Map(bought.map(({ product }, at) => [catalog.indexOf(product), at]))
  const at = (offer: Offer) => places.get(offer.index) ?? bought.length
  const offers = resolver.offersFor(index, place.placement).toSorted((a, b) => at(a) - at(b))
  offers.every((offer) => take(offer.index, withNeed(choiceOf(offer), offer.need)))
}

function offerFromSources(take: Take, index: number | undefined, place: Place, sources: Sources): void {
  let isPinned = false
  place.mix.sources.every((source) => {
    if (source === 'rules') return offerOfRules(take, index, place, sources)
    if (!isPinned && !offerPinned(take, place, sources)) return false
    isPinned = true
    // Who it is for is known when somebody comes, and not before.
    if (source === 'next-for-you' || source === 'buy-again') return true
    for (const { offered, reason } of adjust(sources.machine(source, index), place.adjust, sources.catalog))
      if (!take(offered, { reason })) return false
    return true
  })
}

/** Whether there is room for more. */
function offerPinned(take: Take, { adjust: adjustments }: Place, { resolver }: Sources): boolean {
  const pinned = adjustments.filter(({ kind }) => kind === 'pin').flatMap(({ where }) => [...resolver.select(where).surely])
  return pinned.every((offered) => take(offered, { reason: { by: 'pinned' } }))
}

function choiceOf({ rule, guard }: RuleOffers | Offer): Choice {
  const reason = { by: 'rule', rule: rule.id, name: rule.name } as const
  const { nest, closesGap, instead, discount } = rule.offer
  return {
    reason,
    ...(nest && { nest }),
    // What a swap or a discount adds to the cart is not its price.
    ...(closesGap && !instead && !discount && { closesGap }),
    ...(instead && { instead }),
    ...(discount?.kind === 'gift' && { giftFrom: discount.from }),
    ...(typeof guard !== 'boolean' && { guard }),
  }
}

function withNeed(choice: Choice, need: NeedMet | null): Choice {
  return need ? { ...choice, need } : choice
}
