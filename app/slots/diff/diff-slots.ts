import { hasPage } from '#app/catalog/eligible.ts'
import type { Placement } from '#app/commerce/placement.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { KnownSame } from '#app/rules/versions/is-same.ts'
import { ruleChanges, settingsDiffer } from '#app/rules/versions/rule-changes.ts'
import { areAlike } from './diff-cards.ts'
import { fillerOf } from '../fill-placements.ts'
import { mayBeDrawn } from '../may-be-drawn.ts'
import { sourcesFor, type ShopContext } from '../shop-context.ts'
import type { Card, FilledSlot, Slot } from '../slot.ts'

/** A product page that would show something else. */
export interface PageDiff {
  /** Of the product in the catalogue. */
  readonly index: number
  readonly placement: Placement
  /** Cards of all the placement's slots, from the top of the page down. */
  readonly before: readonly Card[]
  readonly after: readonly Card[]
  /** Of these the cards that a block shows at once, at one moment or another; undefined where they are alike, and only the reserve differs. */
  readonly seen: { readonly before: readonly Card[]; readonly after: readonly Card[] } | undefined
}

/**
 * The product pages beside whose product two sets of rules put something else in the same shop, at whatever placement, ascending by
 * index: empty just where the sets behave alike beside every product. Only pages that a changed rule is about are filled, or all where
 * the settings differ. Each comes with the first placement that shoppers see differ, or else the first that differs.
 */
export function diffSlots(before: RuleSet, after: RuleSet, stock: ShopContext): PageDiff[] {
  const [old, now] = [sourcesFor(before, stock), sourcesFor(after, stock)]
  const [fillOld, fillNow] = [fillerOf(before, old), fillerOf(after, now)]
  // One guard stands on many pages.
  const known: KnownSame = new WeakMap()
  return pagesInQuestion().flatMap((index): PageDiff[] => {
    const [was, is] = [fillOld.beside(index), fillNow.beside(index)]
    const at = was.findIndex(({ slots }, place) => !areFilledAlike(slots, is[place]!.slots, known))
    if (at === -1) return []
    const isSeen = (place: number) => !areFilledAlike(was[place]!.slots, is[place]!.slots, known, mayBeDrawn)
    const seenAt = was.findIndex((_, place) => isSeen(place))
    const shown = seenAt === -1 ? at : seenAt
    const [before, after] = [was[shown]!.slots, is[shown]!.slots]
    return [
      {
        index,
        placement: was[shown]!.placement,
        before: cardsIn(before),
        after: cardsIn(after),
        seen: seenAt === -1 ? undefined : { before: cardsIn(before, mayBeDrawn), after: cardsIn(after, mayBeDrawn) },
      },
    ]
  })

  function pagesInQuestion(): number[] {
    if (settingsDiffer(before, after)) return [...stock.catalog.products.keys()].filter((index) => hasPage(stock.catalog.products[index]!))
    const pages = new Set<number>()
    for (const change of ruleChanges(before, after)) {
      if ('before' in change) for (const index of old.resolver.triggersOf(change.before)) pages.add(index)
      if ('after' in change) for (const index of now.resolver.triggersOf(change.after)) pages.add(index)
    }
    return [...pages].sort((a, b) => a - b)
  }
}

type Cut = (cards: readonly Card[]) => readonly Card[]
const uncut: Cut = (cards) => cards

function areFilledAlike(was: readonly FilledSlot[], is: readonly FilledSlot[], known: KnownSame, cut = uncut): boolean {
  if (was === is) return true
  // A slot more that holds nothing is nothing to see.
  return [...was, ...is.slice(was.length)].every((_, at) => areAlike(cut(cardsAt(was, at)), cut(cardsAt(is, at)), known))
}

const cardsAt = (slots: readonly FilledSlot[], at: number): readonly Card[] => (slots[at] ? cardsOf(slots[at].slot) : [])
const cardsIn = (slots: readonly FilledSlot[], cut = uncut): Card[] => slots.flatMap(({ slot }) => cut(cardsOf(slot)))

export function cardsOf(slot: Slot): readonly Card[] {
  return slot.kind === 'filled' ? slot.cards : []
}
