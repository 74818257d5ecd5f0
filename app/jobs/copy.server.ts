import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { learnAngles } from '#app/copy/angles/learn-angles.ts'
import { readConfirmed } from '#app/copy/facts/confirmed-store.server.ts'
import { factsOf } from '#app/copy/facts/facts-of.ts'
import { priceClasses } from '#app/copy/facts/price-classes.ts'
import { readSentences } from '#app/copy/sentences/sentence-store.server.ts'
import { changeCopySetting, readCopySetting, type CopySetting } from '#app/copy/setting.server.ts'
import { approvedSentences } from '#app/copy/spoken/approved.ts'
import { planCopy } from '#app/copy/spoken/plan-copy.ts'
import { readPublishedCopy } from '#app/copy/spoken/published-copy.server.ts'
import { writeCopy } from '#app/copy/spoken/write-copy.server.ts'
import { log } from '#app/platform/log.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { readBasketLog } from '#app/signals/read-basket-log.server.ts'

/** What shoppers go by changes over weeks: it is learnt anew once a night. */
const LEARN_EVERY = 20 * 60 * 60 * 1000

/** Has the shop's products spoken of as people have approved it, on facts as they are now; what no longer holds is taken back. */
export async function copy(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async () => {
    const [setting, standing] = await Promise.all([readCopySetting(shop), readPublishedCopy(shop)])
    if (!setting.isOn && standing.size === 0) return
    const plan = planCopy(setting.isOn ? await whatToSay(shop, setting) : undefined, standing)
    if (plan.writes.length + plan.deletes.length === 0) return
    await writeCopy(shop, await adminOf(shop), plan, signal)
    log.info({ shop, written: plan.writes.length, deleted: plan.deletes.length }, 'Words for products published')
  })
}

async function whatToSay(shop: ShopId, setting: CopySetting) {
  const now = Date.now()
  const [catalog, confirmed, sentences] = await Promise.all([
    loadCatalog(shop, now),
    readConfirmed(shop),
    readSentences(shop, ['approved']),
  ])
  const isStale = now - (setting.learntAt?.getTime() ?? 0) > LEARN_EVERY
  const angles = isStale ? await learn(shop, catalog, now) : setting.angles
  return { products: catalog.products, confirmed, angles, sentences: approvedSentences(sentences), language: setting.language }
}

async function learn(shop: ShopId, catalog: Catalog, now: number) {
  const { log: baskets } = await readBasketLog(shop, now, () => Promise.resolve())
  const prices = priceClasses(catalog.products)
  const productOf = (id: ProductId) => catalog.products[catalog.indexOf(id) ?? -1]
  const bought = baskets.products.map(productOf)
  const angles = learnAngles(
    baskets,
    (item) => bought[item]?.type,
    (item) => (bought[item] ? factsOf(bought[item], prices) : []),
  )
  await changeCopySetting(shop, { angles }, new Date(now))
  return angles
}
