import type { ProductId } from '#app/commerce/ids.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import type { LiveSlot } from './live-slot.ts'
import { SLOTS_NOW } from './metafield-documents.ts'
import type { Owners } from './owners.ts'

/** What stands beside the products now; an absent metafield reads as empty text. Products that are gone are left out. */
export async function readSlotsNow(
  admin: AdminApi,
  owners: Owners,
  products: readonly ProductId[],
  signal: AbortSignal,
): Promise<Map<ProductId, LiveSlot>> {
  const { nodes } = await callAdmin(admin, SLOTS_NOW, { owners: products.map(owners.gidOf) }, { signal })
  const slots = new Map<ProductId, LiveSlot>()
  for (const node of nodes) {
    const product = node && 'id' in node ? owners.pageOf(node.id) : undefined
    if (product === undefined || !node || !('id' in node)) continue
    const { offers, notes } = node
    slots.set(product, {
      offers: offers?.value ?? '',
      notes: notes?.value ?? '',
      digests: { offers: offers?.compareDigest ?? null, notes: notes?.compareDigest ?? null },
    })
  }
  return slots
}
