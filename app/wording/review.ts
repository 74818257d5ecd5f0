import type { Catalog } from '#app/catalog/catalog.ts'
import { EVERY_PLACEMENT } from '#app/commerce/placement.ts'
import { listPart } from '#app/platform/list-part.ts'
import { sayCondition } from '#app/rules/conditions/say-condition.ts'
import { quote, type SentenceContext } from '#app/rules/conditions/say.ts'
import { mixAt } from '#app/rules/mix.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import { sayAmounts, sayShare } from '#app/rules/say-discount.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { isSame } from '#app/rules/versions/is-same.ts'
import { ruleChanges, settingsDiffer, type RuleChange } from '#app/rules/versions/rule-changes.ts'
import { diffCards, type Fate } from '#app/slots/diff/diff-cards.ts'
import { diffSlots, type PageDiff } from '#app/slots/diff/diff-slots.ts'
import type { ShopContext } from '#app/slots/shop-context.ts'
import type { Card, Reason } from '#app/slots/slot.ts'
import { pictured, type PicturedProduct } from './pictured.ts'
import { sayMix } from './say-mix.ts'

/** A decision that differs, in words; one side is null where there is nothing. */
export interface Decision {
  readonly id: string
  readonly name: string
  readonly kind: RuleChange['kind']
  /** What else than the sentence is different, a line each. */
  readonly notes: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

export interface ReviewedCard extends PicturedProduct {
  readonly fate: Fate | 'removed' | 'stays'
  readonly reason: Reason
}

/** A product page that changes, with what shoppers see on it before and after. */
export interface ReviewedPage {
  readonly beside: PicturedProduct
  readonly before: readonly ReviewedCard[]
  readonly after: readonly ReviewedCard[]
}

export interface Review {
  readonly rules: readonly Decision[]
  /** Who fills the slots and what is never offered; null where neither differs. */
  readonly settings: { readonly before: readonly string[]; readonly after: readonly string[] } | null
  /** Product pages on which other cards are in reserve, and shoppers see the same. */
  readonly reserve: number
  /** Product pages on which shoppers see something else, those of them whose title was sought, and which part of these is listed, counted from 1. */
  readonly pages: number
  readonly found: number
  readonly part: number
  readonly parts: number
  readonly listed: readonly ReviewedPage[]
}

const PER_PART = 20

type SeenPage = Pick<PageDiff, 'index'> & { readonly seen: NonNullable<PageDiff['seen']> }

/** Everything that differs between two sets of rules in one shop, said and pictured, with one part of the pages. */
export function reviewOf(
  before: RuleSet,
  after: RuleSet,
  stock: ShopContext,
  { sought, part }: { readonly sought: string; readonly part: number },
  context: SentenceContext,
): Review {
  const differing = diffSlots(before, after, stock)
  const pages = differing.flatMap(({ index, seen }) => (seen ? [{ index, seen }] : []))
  const wanted = sought.toLowerCase()
  const found = pages.filter(({ index }) => stock.catalog.products[index]!.title.toLowerCase().includes(wanted))
  const { from, to, ...shown } = listPart(found.length, part, PER_PART)
  return {
    ...decisionsBetween(before, after, context),
    reserve: differing.length - pages.length,
    pages: pages.length,
    found: found.length,
    ...shown,
    listed: found.slice(from, to).map((page) => reviewedPage(page, stock.catalog)),
  }
}

/** What differs between two sets, in words. */
export function decisionsBetween(before: RuleSet, after: RuleSet, context: SentenceContext): Pick<Review, 'rules' | 'settings'> {
  return {
    rules: ruleChanges(before, after).map((change) => decisionOf(change, context)),
    settings: settingsDiffer(before, after) ? { before: saySettings(before, context), after: saySettings(after, context) } : null,
  }
}

/** What was decided about one rule, in words. */
export function decisionOf(change: RuleChange, context: SentenceContext): Decision {
  const before = 'before' in change ? change.before : null
  const after = 'after' in change ? change.after : null
  const { id, name } = (after ?? before)!
  return {
    id,
    name,
    kind: change.kind,
    notes: before && after ? notesOn(before, after, context) : (after ?? before)!.state === 'draft' ? [context.say('review.is-draft')] : [],
    before: before && sayRule(before, context),
    after: after && sayRule(after, context),
  }
}

function notesOn(before: Rule, after: Rule, { say }: SentenceContext): string[] {
  const notes: string[] = []
  if (before.state !== after.state) notes.push(say(`review.becomes.${after.state}`))
  else if (after.state === 'draft') notes.push(say('review.is-draft'))
  if (before.name !== after.name) notes.push(say('review.renamed', { name: before.name }))
  const [was, is] = [before.offer.discount, after.offer.discount]
  if (!isSame(was, is)) notes.push(say(`review.price.${was ? (is ? 'changes' : 'ends') : 'begins'}`))
  if (before.priority !== after.priority) notes.push(say('review.priority', { before: before.priority, after: after.priority }))
  return notes
}

function saySettings({ placements, exclusion, neverTogether, floor, freeDelivery = [] }: RuleSet, context: SentenceContext): string[] {
  const { say } = context
  return [
    ...EVERY_PLACEMENT.map((placement) => sayMix(placement, mixAt(placements, placement), context)),
    exclusion ? say('review.exclusion', { what: sayCondition(exclusion, context) }) : say('review.no-exclusion'),
    ...neverTogether.map(({ one, other }) =>
      say('review.never-together', { one: sayCondition(one, context), other: sayCondition(other, context) }),
    ),
    ...(floor === undefined ? [] : [say('review.floor', { percent: sayShare(floor) })]),
    ...freeDelivery.map(({ market, amounts }) =>
      market === null
        ? say('review.free-delivery', { amounts: sayAmounts(amounts, say) })
        : say('review.free-delivery.market', { market: quote(market, say), amounts: sayAmounts(amounts, say) }),
    ),
  ]
}

/** What somebody made of settings, a line for each that says something else now. */
export function settingsMade(was: RuleSet, is: RuleSet, context: SentenceContext): string[] {
  const before = saySettings(was, context)
  return saySettings(is, context).filter((line) => !before.includes(line))
}

function reviewedPage({ index, seen }: SeenPage, catalog: Catalog): ReviewedPage {
  const diff = diffCards(seen.before, seen.after)
  const picture = ({ card, fate }: { card: Card; fate: ReviewedCard['fate'] }): ReviewedCard => ({
    ...pictured(catalog.products[catalog.indexOf(card.product)!]!),
    fate,
    reason: card.reason,
  })
  return { beside: pictured(catalog.products[index]!), before: diff.before.map(picture), after: diff.after.map(picture) }
}
