import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import type { SentenceContext } from '#app/rules/conditions/say.ts'
import { mixAt } from '#app/rules/mix.ts'
import type { Dismissal } from '#app/rules/proposals/dismissal.ts'
import { listProposals, readMining } from '#app/rules/proposals/store-proposals.server.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { nameOf, viewProposal, type ProposalView } from './proposal-view.ts'
import { isSeenIn } from './rule-picture.ts'

export interface ProposalsShown {
  readonly open: readonly ProposalView[]
  /** Open ones that say nothing new beside the shop's active rules. */
  readonly covered: number
  /** Open ones of which shoppers would see nothing, as other offers stand before them. */
  readonly unseen: number
  readonly dismissed: readonly { readonly key: string; readonly name: string; readonly dismissal: Dismissal }[]
  readonly drafted: readonly { readonly key: string; readonly name: string; readonly ruleId: RuleId }[]
  /** Orders that were looked through; null before the first time. */
  readonly orders: number | null
}

/** A proposal of which the shop's rules offer so much already says nothing new. */
const COVERED = 0.8

/**
 * What the shop's orders speak for, as it stands beside the rules that there are now; of open ones `most` at the most. `scopes` are
 * those that the merchant grants.
 */
export async function proposalsOf(
  shop: ShopId,
  context: Omit<SentenceContext, 'catalog'>,
  scopes: readonly string[],
  most: number,
): Promise<ProposalsShown> {
  const [stored, mining, sources] = await Promise.all([listProposals(shop), readMining(shop), loadSources(shop, new Date())])
  const views: ProposalView[] = []
  let [covered, unseen] = [0, 0]
  for (const { proposal, state } of stored) {
    if (state !== 'open' || views.length === most) continue
    const view = viewProposal(proposal, sources, mixAt(sources.set.placements, 'product-page'), context, scopes.includes('read_customers'))
    if (view.pages > 0 && view.told >= view.pages * COVERED) covered += 1
    else if (view.picture && !isSeenIn(view.picture)) unseen += 1
    else views.push(view)
  }
  const named = ({ proposal }: (typeof stored)[number]) => ({ key: proposal.key, name: nameOf(proposal, sources.catalog, context.say) })
  return {
    open: views,
    covered,
    unseen,
    dismissed: stored.flatMap((one) => (one.state === 'dismissed' ? [{ ...named(one), dismissal: one.dismissal }] : [])),
    drafted: stored.flatMap((one) => (one.state === 'drafted' ? [{ ...named(one), ruleId: one.ruleId }] : [])),
    orders: mining?.orders ?? null,
  }
}
