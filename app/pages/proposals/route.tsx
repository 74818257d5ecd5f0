import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { nameOf } from '#app/kit/proposals/proposal-view.ts'
import { proposalsOf } from '#app/kit/proposals/proposals.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import type { Say } from '#app/rules/conditions/say.ts'
import { firstDraft, firstSet, leafOf } from '#app/rules/first-set/first-set.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import { LONGEST_NOTE, REASONS } from '#app/rules/proposals/dismissal.ts'
import { draftFrom } from '#app/rules/proposals/draft.ts'
import type { Proposal } from '#app/rules/proposals/proposal.ts'
import { decide, listProposals } from '#app/rules/proposals/store-proposals.server.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import { saveRule } from '#app/rules/versions/store-rules.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { MOST_BEST } from './add-best.tsx'
import { ProposalsPage } from './proposals-page.tsx'

export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'
export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const MOST = 30
const MOST_BYTES = 10_000
const key = z.string().max(1_000)
const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), key }),
  z.object({ kind: z.literal('draft-all'), keys: z.array(key).min(1).max(MOST_BEST) }),
  z.object({ kind: z.literal('dismiss'), key, reason: z.enum(REASONS), note: keepableText.max(LONGEST_NOTE) }),
  z.object({ kind: z.literal('reopen'), key }),
  z.object({ kind: z.literal('first'), key }),
])

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, words } = await merchantOf(request)
  const [catalog, { rules }] = await Promise.all([loadCatalog(id, Date.now()), readWorkingSet(id)])
  return {
    first: firstSet(catalog, rules),
    ...(await proposalsOf(id, words, shop.scopes, MOST)),
    seesAllOrders: shop.scopes.includes('read_all_orders'),
  }
}

/** POST makes a proposal a draft and leads to its builder, makes drafts of several and stays, dismisses it with a reason, or takes the dismissal back. */
export async function action({ request }: ActionFunctionArgs) {
  const { id: shop, redirect, words } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that can be done here', { status: 400 })
  const asked = read.data
  if (asked.kind === 'first') {
    const made = await firstOf(shop, asked.key, words.say)
    if (!made || made.kind === 'too-much') return made ?? { kind: 'gone' as const }
    await enqueue('lint', shop)
    throw redirect(`/app/rules/${made.id}`)
  }
  const all = await listProposals(shop)
  if (asked.kind === 'draft-all') {
    let rules = 0
    for (const one of all.filter(({ state, proposal }) => state === 'open' && asked.keys.includes(proposal.key))) {
      const made = await draftOf(shop, one.proposal, words.say)
      if (made.kind === 'too-much') return made
      rules += 1
    }
    await enqueue('lint', shop)
    return { kind: 'drafted' as const, rules }
  }
  const stored = all.find(({ proposal }) => proposal.key === asked.key)
  if (!stored) return { kind: 'gone' as const }
  const { proposal } = stored
  switch (asked.kind) {
    case 'dismiss':
      await decide(shop, { proposal, state: 'dismissed', dismissal: { reason: asked.reason, note: asked.note } })
      return { kind: 'dismissed' as const }
    case 'reopen':
      await decide(shop, { proposal, state: 'open' })
      return { kind: 'reopened' as const }
    case 'draft': {
      if (stored.state === 'drafted') throw redirect(`/app/rules/${stored.ruleId}`)
      const made = await draftOf(shop, proposal, words.say)
      if (made.kind === 'too-much') return made
      await enqueue('lint', shop)
      throw redirect(`/app/rules/${made.id}`)
    }
  }
}

/** Makes a draft of a proposal, behind all rules that there are, and notes that it was made. */
async function draftOf(shop: ShopId, proposal: Proposal, say: Say): Promise<{ readonly kind: 'drafted'; readonly id: RuleId } | TooMuch> {
  const now = new Date()
  const name = nameOf(proposal, await loadCatalog(shop, now.getTime()), say)
  const priority = placeBehind((await readWorkingSet(shop)).rules)
  const rule = { ...draftFrom(proposal, newRuleId(), name), priority }
  const saved = await saveRule(shop, rule, now)
  if (saved.kind === 'too-much') return saved
  await decide(shop, { proposal, state: 'drafted', ruleId: rule.id })
  return { kind: 'drafted', id: rule.id }
}

/** Makes a draft of what goods of such kinds have in many shops, behind all rules that there are. */
async function firstOf(
  shop: ShopId,
  key: string,
  say: Say,
): Promise<{ readonly kind: 'drafted'; readonly id: RuleId } | TooMuch | undefined> {
  const now = new Date()
  const { rules } = await readWorkingSet(shop)
  const first = firstSet(await loadCatalog(shop, now.getTime()), rules).find((one) => one.key === key)
  if (!first) return undefined
  const name = say('first.name', { offered: leafOf(first.offered), beside: leafOf(first.beside) })
  const rule = { ...firstDraft(first, newRuleId(), name), priority: placeBehind(rules) }
  const saved = await saveRule(shop, rule, now)
  return saved.kind === 'too-much' ? saved : { kind: 'drafted', id: rule.id }
}

export default function Proposals() {
  return <ProposalsPage {...useLoaderData<typeof loader>()} />
}
