import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { prisma } from '#app/db.server.ts'
import { ShopifyRefused } from '#app/ingest/ask.server.ts'
import { log } from '#app/log.server.ts'
import { planPublish, type SlotWrite } from '#app/publish/plan.ts'
import { forgetDeleted, readPublished, rememberWritten } from '#app/publish/published.server.ts'
import { deleteSlots, SLOTS_PER_CALL, writeSlots } from '#app/publish/write-metafields.server.ts'
import { adminOf, type AdminApi } from '#app/shopify.server.ts'
import { fillSlot } from '#app/slots/fill-slot.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import type { Slot } from '#app/slots/slot.ts'
import { readLock } from '#app/slots/store-locks.server.ts'

const PLACEMENT: Placement = 'product-page'

/** Makes the shop show what its rules and models say, writing only what differs from what stands there. */
export async function publish(shop: ShopId, signal: AbortSignal): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  const [sources, lock, published] = await Promise.all([
    loadSources(shop, new Date()),
    readLock(shop, PLACEMENT),
    readPublished(shop, PLACEMENT),
  ])
  const wanted = new Map<ProductId, Slot>()
  for (const [index, { id }] of sources.catalog.products.entries()) wanted.set(id, fillSlot(index, lock, sources))
  const { writes, deletes } = planPublish(wanted, published)
  if (writes.length + deletes.length === 0) return

  const admin = await adminOf(shop)
  for (const part of inParts(writes)) {
    signal.throwIfAborted()
    const written = await writeOrSkip(shop, admin, part)
    await rememberWritten(shop, PLACEMENT, written)
  }
  for (const part of inParts(deletes)) {
    signal.throwIfAborted()
    await deleteSlots(admin, part)
    await forgetDeleted(shop, PLACEMENT, part)
  }
  log.info({ shop, written: writes.length, deleted: deletes.length }, 'Slots published')
}

/** Writes the slots at once; where Shopify refuses the lot, one by one, so that a single bad one holds up no other. */
async function writeOrSkip(shop: ShopId, admin: AdminApi, writes: readonly SlotWrite[]): Promise<readonly SlotWrite[]> {
  try {
    await writeSlots(admin, writes)
    return writes
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    if (writes.length > 1) return (await Promise.all(writes.map((write) => writeOrSkip(shop, admin, [write])))).flat()
    log.warn({ shop, product: writes[0]?.product, why: error.message }, 'Shopify refused a slot')
    return []
  }
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / SLOTS_PER_CALL) }, (_, part) =>
    items.slice(part * SLOTS_PER_CALL, (part + 1) * SLOTS_PER_CALL),
  )
}
