import type { ShopId } from '#app/commerce/ids.ts'
import { changeRules } from '#app/rules/versions/change-rules.server.ts'
import { readWorkingSet, replaceWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { RuleSet } from '../rule-set.ts'
import type { TooMuch } from '../rule-volume.ts'
import { keepReplaced, lastApplied, undoable } from './applied-file.server.ts'

export type TakenBack =
  | { readonly kind: 'taken-back'; readonly before: RuleSet; readonly after: RuleSet }
  /** No file was applied, or the last one was taken back already. */
  | { readonly kind: 'nothing-applied' }
  /** Somebody has changed something since: nothing was done. */
  | { readonly kind: 'changed-meanwhile' }
  | TooMuch

/** Puts back what the last file replaced. */
export function takeBack(shop: ShopId, now: Date): Promise<TakenBack> {
  return changeRules(shop, async (client): Promise<TakenBack> => {
    const applied = await lastApplied(client, shop)
    if (!applied) return { kind: 'nothing-applied' }
    const before = await readWorkingSet(shop, client)
    const state = undoable(applied, before)
    if (state !== 'undoable') return { kind: state === 'undone' ? 'nothing-applied' : state }
    const { replaced } = applied
    await replaceWorkingSet(client, shop, replaced, now)
    // A file that knows nothing of the one taken back may follow: whoever put this back has seen what stands there now.
    await keepReplaced(client, shop, replaced, replaced, now)
    return { kind: 'taken-back', before, after: replaced }
  })
}
