import { readGid, type ProductId } from '#app/commerce/ids.ts'
import { Sayable } from '#app/platform/failure.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { exportNow } from '#app/shopify/export/bulk-export.server.ts'
import { readJsonl } from '#app/shopify/export/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { MARKETS, publicationExport } from './market-documents.ts'
import { readMarket, type ReportedMarket } from './read-market.ts'

const BATCH = 2_000

/** The markets that shoppers are in. Takes `read_markets`. Throws as `callAdmin` does. */
export async function fetchMarkets(admin: AdminApi, signal: AbortSignal): Promise<ReportedMarket[]> {
  const found: ReportedMarket[] = []
  for (let after: string | null = null; ;) {
    const { markets }: Awaited<ReturnType<typeof askMarkets>> = await askMarkets(admin, after, signal)
    found.push(...markets.nodes.flatMap((node) => readMarket(node) ?? []))
    if (!markets.pageInfo.hasNextPage) return found
    after = markets.pageInfo.endCursor ?? null
  }
}

function askMarkets(admin: AdminApi, after: string | null, signal: AbortSignal) {
  return callAdmin(admin, MARKETS, { after }, { signal })
}

/**
 * What is published in a publication, in batches. Throws where a line cannot be read, for a product that it names would seem
 * to be lacking; and as `callAdmin` and `download` do.
 */
export async function* fetchPublication(admin: AdminApi, publication: string, signal: AbortSignal): AsyncGenerator<ProductId[]> {
  const file = await exportNow(admin, publicationExport(publication), signal)
  if (!file) return
  for await (const batch of readJsonl(file, BATCH, signal)) {
    yield batch.flatMap((line) => {
      const gid = (line as { readonly id?: unknown }).id
      const id = readGid('Product', gid)
      if (id === undefined && gid !== publication) throw new Sayable('A line of what is published in a market could not be read')
      return id ?? []
    })
  }
}
