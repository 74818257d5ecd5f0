import type { ShopId } from '#app/commerce/ids.ts'
import type { Merchant } from '#app/kit/door/merchant.server.ts'
import type { RulesAnswer } from '#app/kit/rules-answer.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { moveRule, placeRule } from '#app/rules/move-rule.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import { bulkEdits, type RuleEdit } from '#app/rules/versions/rule-edit.ts'
import { editRules } from '#app/rules/versions/store-rules.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { WishTo } from './rules-wish.ts'

export async function bulk({ action, ids }: WishTo<'bulk'>, { id: shop, words }: Merchant) {
  const { rules } = await readWorkingSet(shop)
  const chosen = rules.filter(({ id }) => ids.includes(id))
  const copies = { firstPlace: placeBehind(rules), newId: newRuleId, nameOf: (name: string) => words.say('rules.copy', { name }) }
  return { action, ...(await makeEdits(shop, bulkEdits(action, chosen, copies))) }
}

export async function move({ id, by }: WishTo<'move'>, { id: shop }: Merchant) {
  const { rules } = await readWorkingSet(shop)
  return { action: 'moved' as const, ...(await makeEdits(shop, moveRule(rules, id, by))) }
}

export async function place({ id, side, beside }: WishTo<'place'>, { id: shop }: Merchant) {
  const { rules } = await readWorkingSet(shop)
  return { action: 'moved' as const, ...(await makeEdits(shop, placeRule(rules, id, side, beside))) }
}

export const edit = ({ edits }: WishTo<'edit'>, { id: shop }: Merchant) => makeEdits(shop, edits)

/** Makes the edits, or none of them, and has the rules looked through anew. */
async function makeEdits(shop: ShopId, edits: readonly RuleEdit[]): Promise<RulesAnswer> {
  const edited = await editRules(shop, edits, new Date())
  if (edited.kind !== 'done') return edited
  await enqueue('lint', shop)
  return { kind: 'done', edits }
}
