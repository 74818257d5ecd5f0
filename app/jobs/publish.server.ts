import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { prisma } from '#app/db.server.ts'
import { log } from '#app/log.server.ts'
import { carryOut } from '#app/publish/carry-out.server.ts'
import { planPublish, type PublishPlan } from '#app/publish/plan.ts'
import { readPublished } from '#app/publish/published.server.ts'
import { newestVersion } from '#app/rules/versions.server.ts'
import { storePublished } from '#app/serve/store-published.server.ts'
import { adminOf } from '#app/shopify.server.ts'
import { fillSlot } from '#app/slots/fill-slot.ts'
import { loadStock } from '#app/slots/load-stock.server.ts'
import type { Slot } from '#app/slots/slot.ts'
import { sourcesFor } from '#app/slots/stock.ts'
import { awaitsModel } from './awaits-model.server.ts'
import { enqueue } from './queue.server.ts'

const PLACEMENT: Placement = 'product-page'
/** Before looking again whether a model that is being trained is there. */
const PAUSE_SECONDS = 2

/** Makes the shop show what its newest version and its models say, writing only what differs from what stands there. */
export async function publish(shop: ShopId, signal: AbortSignal): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  if (await awaitsModel(shop)) return enqueue('publish', shop, PAUSE_SECONDS)
  const [{ set }, stock, published] = await Promise.all([newestVersion(shop), loadStock(shop, new Date()), readPublished(shop, PLACEMENT)])
  const sources = sourcesFor(set, stock)
  const wanted = new Map<ProductId, Slot>()
  for (const [index, { id }] of sources.catalog.products.entries()) wanted.set(id, fillSlot(index, set.locks[PLACEMENT], sources))
  const plan = planPublish(wanted, published, known.currency)
  if (plan.writes.length + plan.deletes.length > 0) await carryOutPlan(shop, plan, signal)
  await storePublished(shop)
}

async function carryOutPlan(shop: ShopId, plan: PublishPlan, signal: AbortSignal): Promise<void> {
  const { written, deleted, faults } = await carryOut(shop, PLACEMENT, await adminOf(shop), plan, signal)
  log.info({ shop, written, deleted }, 'Slots published')
  for (const { kind, write, why } of faults) log.warn({ shop, product: write.product, fault: kind, why }, 'A slot could not be published')
}
