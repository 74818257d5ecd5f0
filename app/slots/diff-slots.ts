import { hasPage } from '#app/catalog/eligible.ts'
import type { KnownSame } from '#app/rules/is-same.ts'
import { ruleChanges, settingsDiffer } from '#app/rules/rule-changes.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { areAlike } from './diff-cards.ts'
import { fillSlot } from './fill-slot.ts'
import type { Slot } from './slot.ts'
import { sourcesFor, type Stock } from './stock.ts'

/** A product page that would show something else. */
export interface PageDiff {
  /** Of the product in the catalogue. */
  readonly index: number
  readonly before: Slot
  readonly after: Slot
}

/**
 * The product pages that two sets of rules fill differently in the same shop, ascending by index: empty just where the sets
 * behave alike on every page. Only pages that a changed rule is about are filled, or all where the settings differ.
 */
export function diffSlots(before: RuleSet, after: RuleSet, stock: Stock): PageDiff[] {
  const [old, now] = [sourcesFor(before, stock), sourcesFor(after, stock)]
  // One guard stands on many pages.
  const known: KnownSame = new WeakMap()
  return pagesInQuestion()
    .map((index) => ({
      index,
      before: fillSlot(index, before.locks['product-page'], old),
      after: fillSlot(index, after.locks['product-page'], now),
    }))
    .filter((page) => !areAlike(cardsOf(page.before), cardsOf(page.after), known))

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

export function cardsOf(slot: Slot) {
  return slot.kind === 'filled' ? slot.cards : []
}
