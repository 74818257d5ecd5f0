import { z } from 'zod'
import { readGid, toGid, type ProductId } from '#app/commerce/ids.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { exportNow } from '#app/shopify/export/bulk-export.server.ts'
import { readJsonl } from '#app/shopify/export/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { STANDARD_EXPORT, STANDARD_NOW } from './standard-documents.ts'
import type { Intent } from './standard-lists.ts'
import type { FoundList } from './standard-plan.ts'

/** Shopify's own lists as they stand beside one product. */
export type FoundLists = Readonly<Record<Intent, FoundList>>

const PER_CALL = 100
/** More are cheaper read in one export of the whole shop, which costs no points. */
const MOST_ASKED = 1_000
const BATCH = 5_000
const list = z
  .object({ value: z.string(), compareDigest: z.string() })
  .nullish()
  .transform((found): FoundList => ({ value: found?.value ?? null, digest: found?.compareDigest ?? null }))
const line = z.object({ id: z.string(), complementary: list, related: list })

/**
 * What stands in Shopify's own lists beside the products; of more than `mostAsked` by an export. Those that are gone are left out.
 * Throws as `callAdmin` does.
 */
export async function findLists(
  admin: AdminApi,
  products: readonly ProductId[],
  signal: AbortSignal,
  mostAsked = MOST_ASKED,
): Promise<Map<ProductId, FoundLists>> {
  const found = products.length > mostAsked ? await findByExport(admin, products, signal) : new Map<ProductId, FoundLists>()
  // That an export does not show a product does not prove that it is gone.
  const others = products.filter((product) => !found.has(product))
  for (let at = 0; at < others.length; at += PER_CALL) {
    const ids = others.slice(at, at + PER_CALL).map((product) => toGid('Product', product))
    const { nodes } = await callAdmin(admin, STANDARD_NOW, { products: ids }, { signal })
    for (const node of nodes) note(node, found)
  }
  return found
}

async function findByExport(admin: AdminApi, products: readonly ProductId[], signal: AbortSignal): Promise<Map<ProductId, FoundLists>> {
  const all = new Map<ProductId, FoundLists>()
  const file = await exportNow(admin, STANDARD_EXPORT, signal)
  if (!file) return all
  for await (const batch of readJsonl(file, BATCH, signal)) for (const json of batch) note(json, all)
  const wanted = new Set(products)
  for (const product of all.keys()) if (!wanted.has(product)) all.delete(product)
  return all
}

function note(json: unknown, found: Map<ProductId, FoundLists>): void {
  const read = line.safeParse(json)
  const product = read.success ? readGid('Product', read.data.id) : undefined
  if (read.success && product !== undefined) found.set(product, { complementary: read.data.complementary, related: read.data.related })
}
