import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { readCardSpeech } from '#app/copy/cards/read-card-speech.server.ts'
import { textsBeside } from '#app/copy/cards/texts-beside.ts'
import { readLooks } from '#app/copy/facts/read-looks.server.ts'
import { keepMeasuring } from '#app/measure/arms/keep-measuring.server.ts'
import { prisma } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { carryOut } from '#app/publish/carry-out.server.ts'
import { publishDeals } from '#app/publish/deals/deals-publish.server.ts'
import { changedPromises, promisesOf, writtenPromises } from '#app/publish/deals/promises-of.ts'
import { ownersOf } from '#app/publish/our-shop.server.ts'
import { planPublish, type PublishPlan } from '#app/publish/plan.ts'
import { readPublished } from '#app/publish/published.server.ts'
import { publishLists } from '#app/publish/standard/standard-publish.server.ts'
import { awaitsModel } from '#app/queue/awaits-model.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { offerableOf } from '#app/serve/offerable-of.ts'
import { storeOfferable, storePublished } from '#app/serve/snapshots/store-published.server.ts'
import { readProxyPath } from '#app/shopify/proxy-path.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { alsoFilled, fillSlots, cacheSources } from './cached-sources.server.ts'

/** Before looking again whether a model that is being trained is there. */
const PAUSE_SECONDS = 2

/** Makes the shop show what its newest version and its models say, writing only what differs from what stands there. */
export async function publish(shop: ShopId, signal: AbortSignal): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  if (await awaitsModel(shop)) return enqueue('publish', shop, PAUSE_SECONDS)
  const speech = await readCardSpeech(shop)
  const filled = await fillSlots(shop, Date.now(), speech?.mark)
  const { isAll, standing } = filled
  const { resolver, catalog } = standing.sources
  const isAllowed = known.scopes.includes('write_discounts')
  const unchanged = filled.dealsMayDiffer || standing.dealt?.isAllowed !== isAllowed ? undefined : standing.dealt.deals
  const discounts = { set: standing.set, resolver, catalog, now: new Date(), currency: known.currency, isAllowed, unchanged }
  const { deals, stands, finish } = await publishDeals(shop, () => adminOf(shop), discounts, signal)
  const productOf = (id: ProductId) => resolver.products[catalog.indexOf(id) ?? -1]
  const promised = promisesOf(deals.beside, stands, productOf, known.currency)
  const promises = writtenPromises(deals.beside, promised)
  const { slots } = isAll ? filled : alsoFilled(filled, changedPromises(standing.promised, promises))
  const published = await readPublished(shop, isAll ? null : [...slots.keys()])
  const plan = planPublish(slots, published, known.currency, {
    proxy: readProxyPath(),
    promised,
    freeDelivery: standing.set.freeDelivery,
    textOf: speech && textsBeside(speech, filled.rules, productOf),
  })
  const isEmpty = plan.writes.length + plan.deletes.length === 0
  const isTrue = isEmpty || (await carryOutPlan(shop, plan, signal))
  // What is no longer promised anywhere may go.
  if (isTrue) await finish()
  if (isAll || !isEmpty) await storePublished(shop)
  await storeOfferable(shop, offerableOf(standing.set, standing.sources, await readLooks(shop, resolver.products)))
  await publishLists(shop, () => adminOf(shop), slots, isAll, signal)
  if (!isEmpty || published.size > 0) await keepMeasuring(shop, () => adminOf(shop), new Date(), signal)
  // What could not be made true is tried again with all the rest.
  if (isTrue) cacheSources(shop, { ...standing, promised: promises, dealt: { isAllowed, deals } }, Date.now())
}

/** Resolves to whether all of it was carried out. */
async function carryOutPlan(shop: ShopId, plan: PublishPlan, signal: AbortSignal): Promise<boolean> {
  const admin = await adminOf(shop)
  const { written, deleted, faults } = await carryOut(shop, admin, await ownersOf(admin, signal), plan, signal)
  log.info({ shop, written, deleted }, 'Slots published')
  for (const { kind, write, why } of faults) log.warn({ shop, product: write.product, fault: kind, why }, 'A slot could not be published')
  return faults.length === 0
}
