import type { Made } from '#app/admin/imported.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { addDrafts } from '#app/rules/import/add-drafts.server.ts'
import type { PairingSource } from '#app/rules/import/draft-pairing.ts'
import type { Rule } from '#app/rules/rule.ts'

/** Makes drafts of what a merchant brings over, and has the rules looked through anew. */
export async function makeDrafts(shop: ShopId, source: PairingSource, drafts: readonly Rule[], now: Date): Promise<Made> {
  const { length: made } = await addDrafts(shop, source, drafts, now)
  if (made === 0) return { made, imported: null }
  await enqueue('lint', shop)
  return { made, imported: { source, at: now.toISOString() } }
}
