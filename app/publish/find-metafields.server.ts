import { z } from 'zod'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { exportNow } from '#app/shopify/export/bulk-export.server.ts'
import { readJsonl } from '#app/shopify/export/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { METAFIELD_EXPORTS, OUR_APP } from './leave-documents.ts'
import { ourNamespace } from './our-namespace.ts'

/** Names one metafield, as Shopify's deletion takes it. */
export interface MetafieldName {
  readonly ownerId: string
  readonly namespace: string
  readonly key: string
}

const BATCH = 1_000
const line = z.object({ __parentId: z.string(), namespace: z.string(), key: z.string() })

/**
 * All metafields in the namespaces that are ours, as Shopify lists them, whether or not we remember having written them:
 * of the shop, of our installation, of products, variants and collections. Comes in batches. Throws ShopifyRefused where
 * an export ends without a result.
 */
export async function* findOurMetafields(admin: AdminApi, signal: AbortSignal): AsyncGenerator<MetafieldName[]> {
  const { currentAppInstallation: installation, shop } = await callAdmin(admin, OUR_APP)
  const isOurs = ourNamespace(installation.app.id)
  const few = [installation, shop].flatMap(({ id, metafields }) => metafields.nodes.map((node) => ({ ownerId: id, ...node })))
  yield few.filter(({ namespace }) => isOurs(namespace))

  for (const document of METAFIELD_EXPORTS) {
    const file = await exportNow(admin, document, signal)
    if (!file) continue
    for await (const batch of readJsonl(file, BATCH, signal)) {
      const names = batch.flatMap((json) => {
        const read = line.safeParse(json)
        return read.success ? [{ ownerId: read.data.__parentId, namespace: read.data.namespace, key: read.data.key }] : []
      })
      yield names.filter(({ namespace }) => isOurs(namespace))
    }
  }
}
