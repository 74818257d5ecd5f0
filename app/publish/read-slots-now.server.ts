import type { ProductId } from '#app/commerce/ids.ts'
import { ask } from '#app/shopify/ask.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { SLOTS_NOW } from './metafield-documents.ts'
import type { Owners } from './owners.ts'
import type { StandingSlot } from './standing.ts'

/** What stands beside the products now; an absent metafield reads as empty text. Products that are gone are left out. */
export async function readSlotsNow(
  admin: AdminApi,
  owners: Owners,
  products: readonly ProductId[],
  signal: AbortSignal,
): Promise<Map<ProductId, StandingSlot>> {
  const { nodes } = await ask(admin, SLOTS_NOW, { owners: products.map(owners.gidOf) }, { signal })
  const slots = new Map<ProductId, StandingSlot>()
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
