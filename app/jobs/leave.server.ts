import { setTimeout as wait } from 'node:timers/promises'
import type { ShopId } from '#app/commerce/ids.ts'
import { dropErasedModels } from '#app/models/snapshot/drop-erased.server.ts'
import { inTransaction, pool } from '#app/platform/db.server.ts'
import { failureOf, Sayable } from '#app/platform/failure.ts'
import { log } from '#app/platform/log.server.ts'
import { forgetShop } from '#app/privacy/forget.server.ts'
import { recordDone, recordGone, recordPhase, readLeaving } from '#app/privacy/leaving.server.ts'
import { removeDiscounts } from '#app/publish/deals/remove-discounts.server.ts'
import { removePixel } from '#app/publish/pixel/pixel.server.ts'
import { countMetafields, removeDefinitions, removeMetafields } from '#app/publish/remove-ours.server.ts'
import { restoreLists } from '#app/publish/standard/standard-publish.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'

/** Shopify's list may lag behind what it deleted. */
const PASSES = 3

/**
 * Removes everything of ours from the shop that asked for it, puts back what stood in Shopify's own lists, and then removes it from here. Each step looks at what is there, so a
 * run that was broken off goes on where it stopped.
 */
export async function leave(shop: ShopId, signal: AbortSignal): Promise<void> {
  const asked = await readLeaving(shop)
  if (!asked || asked.phase === 'done') return
  try {
    await untilQuiet(shop, signal)
    const admin = await adminOf(shop)
    await recordPhase(shop, 'metafields')
    await restoreLists(shop, admin, signal)
    for (let pass = 1; pass === 1 || (await countMetafields(admin, signal)) > 0; pass++) {
      if (pass > PASSES) throw new Sayable('Shopify still lists metafields that were deleted')
      await removeMetafields(admin, (gone) => recordGone(shop, 'metafields', gone), signal)
    }
    // What is no longer promised anywhere may go.
    await recordPhase(shop, 'discounts')
    await removeDiscounts(shop, admin, (gone) => recordGone(shop, 'discounts', gone), signal)
    await removePixel(admin, signal)
    await recordPhase(shop, 'definitions')
    const { leftToShopify } = await removeDefinitions(admin, (gone) => recordGone(shop, 'definitions', gone))
    await recordPhase(shop, 'rows')
    const before = await readLeaving(shop)
    if (!before) return
    await inTransaction(async (client) => {
      await forgetShop(client, shop)
      await recordDone(client, shop, before, leftToShopify)
    })
    await dropErasedModels()
    log.info(
      { shop, metafields: before.metafields, definitions: before.definitions, discounts: before.discounts },
      'Everything of ours was removed',
    )
  } catch (error) {
    await recordPhase(shop, 'failed', failureOf(error))
    throw error
  }
}

/** Waits until no other job works for the shop: what is being written now would stand after everything else is gone. */
async function untilQuiet(shop: ShopId, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      `SELECT FROM jobs.job WHERE data->>'shop' = $1 AND state = 'active' AND name <> 'leave' LIMIT 1`,
      [shop],
    )
    if (rowCount === 0) return
    await wait(250, undefined, { signal })
  }
}
