import type { Catalog } from '#app/catalog/catalog.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Group } from '#app/models/mining/group.ts'
import { liftOf } from '#app/models/pairs/evidence.ts'
import type { Say, SentenceContext } from '#app/rules/conditions/say.ts'
import type { PlacementMix } from '#app/rules/mix.ts'
import { draftFrom } from '#app/rules/proposals/draft.ts'
import { marginOf, type Margin } from '#app/rules/proposals/margin.ts'
import { overlapOf, type Overlap } from '#app/rules/proposals/overlap.ts'
import type { Proposal } from '#app/rules/proposals/proposal.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { pictureOf, type PicturedSources, type RulePicture } from './rule-picture.ts'

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
  /** Null where it is not allowed to know which orders are of one customer. */
  readonly buyers: number | null
  /** Product pages that it reaches, and those of them on which all of it is offered already. */
  readonly pages: number
  readonly told: number
  readonly overlaps: Overlap['by']
  /** Null where no cost is known. */
  readonly margin: Margin | null
  readonly examples: Proposal['examples']
  /** Null where it reaches no page. */
  readonly picture: RulePicture | null
}

/** Standard errors of the interval that a merchant reads. */
const SHOWN = 1.96

/** Works out what a proposal would do in the shop as it is now. */
export function viewProposal(
  proposal: Proposal,
  sources: PicturedSources,
  mix: PlacementMix,
  context: Omit<SentenceContext, 'catalog'>,
  knowsBuyers: boolean,
): ProposalView {
  const { catalog, resolver } = sources
  const name = nameOf(proposal, catalog, context.say)
  const rule = draftFrom(proposal, 'proposed' as RuleId, name)
  const { pages, told, by } = overlapOf(rule, resolver)
  const offered = [...new Set(pages.flatMap((page) => resolver.offersOf(rule, page).map(({ index }) => index)))]
  return {
    key: proposal.key,
    name,
    trigger: wordOf(proposal.trigger, catalog, context.say),
    sentence: sayRule(rule, { ...context, catalog }),
    counts: proposal.counts,
    lift: liftOf(proposal.counts, SHOWN),
    chance: proposal.chance,
    buyers: knowsBuyers ? proposal.buyers : null,
    pages: pages.length,
    told,
    overlaps: by,
    margin: marginOf(offered.map((index) => catalog.products[index]!)) ?? null,
    examples: proposal.examples,
    picture: pictureOf(rule, pages, sources, mix),
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
