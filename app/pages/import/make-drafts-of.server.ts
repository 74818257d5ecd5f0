import type { ShopId } from '#app/commerce/ids.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { addDrafts } from '#app/rules/import/add-drafts.server.ts'
import type { PairingSource } from '#app/rules/import/draft-pairing.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { Made } from './imported.ts'

/** Makes drafts of what a merchant brings over, and has the rules looked through anew. */
export async function makeDrafts(shop: ShopId, source: PairingSource, drafts: readonly Rule[], now: Date): Promise<Made | TooMuch> {
  const added = await addDrafts(shop, source, drafts, now)
  if (added.kind === 'too-much') return added
  const { length: made } = added.ids
  if (made === 0) return { kind: 'made', made, imported: null }
  await enqueue('lint', shop)
  return { kind: 'made', made, imported: { source, at: now.toISOString() } }
}
