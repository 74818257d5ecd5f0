import type { Catalog } from '#app/catalog/catalog.ts'
import type { Lock } from '#app/commerce/placement.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Group } from '#app/models/group.ts'
import { liftOf } from '#app/models/evidence.ts'
import type { Say, SentenceContext } from '#app/rules/conditions/say.ts'
import { draftFrom } from '#app/rules/proposals/draft.ts'
import { marginOf, type Margin } from '#app/rules/proposals/margin.ts'
import { overlapOf, type Overlap } from '#app/rules/proposals/overlap.ts'
import type { Proposal } from '#app/rules/proposals/proposal.ts'
import type { Sales } from '#app/rules/rank-products.ts'
import type { Resolver } from '#app/rules/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { fillSlot, type Sources } from '#app/slots/fill-slot.ts'
import { pictured, type PicturedProduct } from './pictured.ts'

/** A proposal as a merchant reads it. */
export interface ProposalView {
  readonly key: string
  readonly name: string
  /** What the shopper looks at, in a word. */
  readonly trigger: string
  /** The rule that it would become, in one sentence. */
  readonly sentence: string
  readonly counts: Proposal['counts']
  readonly lift: ReturnType<typeof liftOf>
  readonly chance: number
  readonly buyers: number
  /** Product pages that it reaches, and those of them on which all of it is offered already. */
  readonly pages: number
  readonly told: number
  readonly overlaps: Overlap['by']
  /** Null where no cost is known. */
  readonly margin: Margin | null
  readonly examples: Proposal['examples']
  /** What the page of a well-sold product would show if the rule were active: the production slot. Null where it reaches none. */
  readonly picture: { readonly beside: PicturedProduct; readonly cards: readonly (PicturedProduct & { readonly byThis: boolean })[] } | null
}

interface Shown extends Sources {
  readonly sales: Sales
  readonly resolverWith: (rule: Rule) => Resolver
}

/** Standard errors of the interval that a merchant reads. */
const SHOWN = 1.96
/** Cards in a picture: what a page shows at once. */
const CARDS = 4

/** Works out what a proposal would do in the shop as it is now. */
export function viewProposal(proposal: Proposal, sources: Shown, lock: Lock, context: Omit<SentenceContext, 'catalog'>): ProposalView {
  const { catalog, resolver, sales } = sources
  const soldOf = (index: number) => sales.get(catalog.products[index]!.id) ?? 0
  const name = nameOf(proposal, catalog, context.say)
  const rule = draftFrom(proposal, 'proposed' as RuleId, name)
  const { pages, told, by } = overlapOf(rule, resolver)
  const offered = [...new Set(pages.flatMap((page) => resolver.offersOf(rule, page).map(({ index }) => index)))]
  const page = pages.reduce<number | undefined>(
    (best, index) => (best === undefined || soldOf(index) > soldOf(best) ? index : best),
    undefined,
  )
  return {
    key: proposal.key,
    name,
    trigger: wordOf(proposal.trigger, catalog, context.say),
    sentence: sayRule(rule, { ...context, catalog }),
    counts: proposal.counts,
    lift: liftOf(proposal.counts, SHOWN),
    chance: proposal.chance,
    buyers: proposal.buyers,
    pages: pages.length,
    told,
    overlaps: by,
    margin: marginOf(offered.map((index) => catalog.products[index]!)) ?? null,
    examples: proposal.examples,
    picture:
      page === undefined ? null : pictureOf(page, rule, { ...sources, resolver: sources.resolverWith({ ...rule, state: 'active' }) }, lock),
  }
}

function pictureOf(page: number, rule: Rule, sources: Sources, lock: Lock): ProposalView['picture'] {
  const { catalog } = sources
  const slot = fillSlot(page, lock, sources)
  const cards = slot.kind === 'filled' ? slot.cards.slice(0, CARDS) : []
  return {
    beside: pictured(catalog.products[page]!),
    cards: cards.map(({ product, reason }) => ({
      ...pictured(catalog.products[catalog.indexOf(product)!]!),
      byThis: reason.by === 'rule' && reason.rule === rule.id,
    })),
  }
}

/** "Memory card for Camera". A product that is gone bears its number. */
export function nameOf({ trigger, offered }: Pick<Proposal, 'trigger' | 'offered'>, catalog: Catalog, say: Say): string {
  return say('proposals.name', { trigger: wordOf(trigger, catalog, say), offered: wordOf(offered, catalog, say) })
}

function wordOf(group: Group, catalog: Catalog, say: Say): string {
  if (group.kind === 'tag') return say('condition.quoted', { name: group.name })
  if (group.kind !== 'product') return group.name
  return catalog.products[catalog.indexOf(group.id) ?? -1]?.title ?? `#${group.id}`
}
