import type { ShopId } from '#app/commerce/ids.ts'
import { digestOf } from '../digest.server.ts'
import { inTurn } from '../in-turn.server.ts'
import type { RuleSet } from '../rule-set.ts'
import { readWorkingSet, replaceWorkingSet } from '../working-set.server.ts'
import { keepReplaced, lastApplied } from './applied-file.server.ts'

export type TakenBack =
  | { readonly kind: 'taken-back'; readonly before: RuleSet; readonly after: RuleSet }
  | { readonly kind: 'nothing-applied' }
  /** Somebody has changed something since: nothing was done. */
  | { readonly kind: 'changed-meanwhile' }

/** Puts back what the last file replaced. Taken back twice, it is there again. */
export function takeBack(shop: ShopId, now: Date): Promise<TakenBack> {
  return inTurn(shop, async (client): Promise<TakenBack> => {
    const applied = await lastApplied(client, shop)
    if (!applied) return { kind: 'nothing-applied' }
    const before = await readWorkingSet(shop, client)
    if (digestOf(before) !== applied.left) return { kind: 'changed-meanwhile' }
    await replaceWorkingSet(client, shop, applied.replaced, now)
    await keepReplaced(client, shop, before, applied.replaced, now)
    return { kind: 'taken-back', before, after: applied.replaced }
  })
}
