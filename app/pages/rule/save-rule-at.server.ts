import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Merchant } from '#app/kit/door/merchant.server.ts'
import type { Saving } from '#app/kit/requests/saving.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { readRule } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import { editRules, findRule, saveRule, settlePlace } from '#app/rules/versions/store-rules.server.ts'
import { decisionOf, type Decision } from '#app/wording/review.ts'
import type { RuleAnswer } from './rule-answer.ts'

/** Saves a rule under the id of its address. What was there before is null where it is new, and absent where that is all the same. */
export async function saveRuleAt(id: string | undefined, { was, is }: Saving, merchant: Merchant): Promise<RuleAnswer> {
  const read = readRule(is)
  if (read.kind === 'refused') return read
  const before = was === undefined || was === null ? was : readRule(was)
  if (before?.kind === 'refused') return before
  if (id !== read.rule.id) return { kind: 'refused', faults: [{ path: 'id', message: 'The rule has another id than its address' }] }
  const { id: shop } = merchant
  const now = new Date()
  const standing = await findRule(shop, read.rule.id)
  const saved = await saveRule(shop, read.rule, now, before && before.rule)
  if (saved.kind === 'changed-meanwhile') return { ...saved, did: await whatAnotherDid(merchant, before?.rule, saved.standing) }
  if (saved.kind !== 'saved') return saved
  const rule = await settlePlace(shop, read.rule, standing ?? null, now)
  await enqueue('lint', shop)
  return { kind: 'saved', rule }
}

async function whatAnotherDid({ id: shop, words }: Merchant, was: Rule | undefined, is: Rule | null): Promise<Decision | null> {
  if (!was || !is) return null
  const catalog = await loadCatalog(shop, Date.now())
  return decisionOf({ kind: 'changed', before: was, after: is }, { ...words, catalog })
}

export async function removeRule({ id: shop }: Merchant, id: RuleId): Promise<RuleAnswer> {
  const rule = await findRule(shop, id)
  const edits = rule ? [{ id: rule.id, was: rule, is: null }] : []
  if (!rule || (await editRules(shop, edits, new Date())).kind !== 'done') throw new Response('There is no such rule', { status: 404 })
  await enqueue('lint', shop)
  return { kind: 'deleted', edits }
}
