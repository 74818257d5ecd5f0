import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import type { Merchant } from '#app/kit/door/merchant.server.ts'
import { nameOf } from '#app/kit/proposals/proposal-view.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { firstDraft, firstSet, leafOf } from '#app/rules/first-set/first-set.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import { draftFrom } from '#app/rules/proposals/draft.ts'
import type { Proposal } from '#app/rules/proposals/proposal.ts'
import { decide, listProposals } from '#app/rules/proposals/store-proposals.server.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import { saveRule } from '#app/rules/versions/store-rules.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { WishTo } from './proposal-wish.ts'

type Drafted = { readonly kind: 'drafted'; readonly id: RuleId } | TooMuch

const GONE = { kind: 'gone' } as const

export async function draft({ key }: WishTo<'draft'>, merchant: Merchant) {
  const found = await find(merchant.id, key)
  if (!found) return GONE
  if (found.state === 'drafted') throw merchant.redirect(`/app/rules/${found.ruleId}`)
  return toBuilder(await draftOf(merchant, found.proposal), merchant)
}

export async function draftAll({ keys }: WishTo<'draft-all'>, merchant: Merchant) {
  let rules = 0
  for (const { state, proposal } of await listProposals(merchant.id)) {
    if (state !== 'open' || !keys.includes(proposal.key)) continue
    const made = await draftOf(merchant, proposal)
    if (made.kind === 'too-much') return made
    rules += 1
  }
  await enqueue('lint', merchant.id)
  return { kind: 'drafted' as const, rules }
}

export async function draftFirst({ key }: WishTo<'first'>, merchant: Merchant) {
  const made = await firstOf(merchant, key)
  return made ? toBuilder(made, merchant) : GONE
}

export async function dismiss({ key, reason, note }: WishTo<'dismiss'>, { id }: Merchant) {
  const found = await find(id, key)
  if (!found) return GONE
  await decide(id, { proposal: found.proposal, state: 'dismissed', dismissal: { reason, note } })
  return { kind: 'dismissed' as const }
}

export async function reopen({ key }: WishTo<'reopen'>, { id }: Merchant) {
  const found = await find(id, key)
  if (!found) return GONE
  await decide(id, { proposal: found.proposal, state: 'open' })
  return { kind: 'reopened' as const }
}

const find = async (shop: ShopId, key: string) => (await listProposals(shop)).find(({ proposal }) => proposal.key === key)

/** Leads to the builder of what was made. */
async function toBuilder(made: Drafted, { id, redirect }: Merchant): Promise<TooMuch> {
  if (made.kind === 'too-much') return made
  await enqueue('lint', id)
  throw redirect(`/app/rules/${made.id}`)
}

/** Makes a draft of a proposal, behind all rules that there are, and notes that it was made. */
async function draftOf({ id: shop, words }: Merchant, proposal: Proposal): Promise<Drafted> {
  const now = new Date()
  const name = nameOf(proposal, await loadCatalog(shop, now.getTime()), words.say)
  const priority = placeBehind((await readWorkingSet(shop)).rules)
  const rule = { ...draftFrom(proposal, newRuleId(), name), priority }
  const saved = await saveRule(shop, rule, now)
  if (saved.kind === 'too-much') return saved
  await decide(shop, { proposal, state: 'drafted', ruleId: rule.id })
  return { kind: 'drafted', id: rule.id }
}

/** Makes a draft of what goods of such kinds have in many shops, behind all rules that there are. */
async function firstOf({ id: shop, words }: Merchant, key: string): Promise<Drafted | undefined> {
  const now = new Date()
  const { rules } = await readWorkingSet(shop)
  const first = firstSet(await loadCatalog(shop, now.getTime()), rules).find((one) => one.key === key)
  if (!first) return undefined
  const name = words.say('first.name', { offered: leafOf(first.offered), beside: leafOf(first.beside) })
  const rule = { ...firstDraft(first, newRuleId(), name), priority: placeBehind(rules) }
  const saved = await saveRule(shop, rule, now)
  return saved.kind === 'too-much' ? saved : { kind: 'drafted', id: rule.id }
}
