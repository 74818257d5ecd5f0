import { recordChanged } from '#app/catalog/changes.server.ts'
import { replaceCatalog } from '#app/catalog/replace-catalog.server.ts'
import { openStage, orphansStaged, stageCollections, stageLines, tornStaged } from '#app/catalog/stage-catalog.server.ts'
import { toGid, type ProductId } from '#app/commerce/ids.ts'
import { requestAgain } from '#app/inbox/request-again.server.ts'
import { fetchCatalog, type CollectionNow } from '#app/ingest/fetch-catalog.server.ts'
import { named, quarantine } from '#app/ingest/quarantine.server.ts'
import type { CatalogLine } from '#app/ingest/read-product.ts'
import { recordIncomparable } from '#app/ingest/record-incomparable.ts'
import { suspectGoods } from '#app/ingest/suspects.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import type { JsonlFile } from '#app/shopify/export/read-jsonl.server.ts'
import { holdInstallation, lockShop, type Installation } from '#app/shopify/installation.server.ts'
import type { Taken, ReportProgress } from './run-export.server.ts'
import { stageAll } from './stage-all.server.ts'

const MOST_ORPHANED = 10_000

/**
 * Puts a catalogue's export in the place of the catalogue that is held, in one transaction. A product that it tells too
 * little of stands as it is and is asked for by itself.
 */
export async function takeCatalog(
  installation: Installation,
  file: JsonlFile | null,
  collections: readonly Omit<CollectionNow, 'products'>[],
  since: Date,
  tell: ReportProgress,
  signal: AbortSignal,
): Promise<Taken> {
  const { shop, currency } = installation
  return inTransaction(async (client) => {
    await openStage(client)
    const lines = file ? fetchCatalog(file, currency, signal) : nothing()
    const facts = recordIncomparable()
    const stage = (batch: readonly CatalogLine[]) => {
      facts.take(batch)
      return stageLines(client, batch)
    }
    const { read, broken } = await stageAll(lines, stage, tell)
    await stageCollections(client, collections)
    const suspects = suspectGoods(broken)
    const orphans = await orphansStaged(client, MOST_ORPHANED)
    const torn = suspects.mayTear ? await tornStaged(client) : []
    const unclear = {
      products: [...new Set<ProductId>([...suspects.products, ...orphans.of, ...torn])],
      collections: suspects.collections,
    }
    await lockShop(client, shop)
    await holdInstallation(client, installation)
    const isOther = await replaceCatalog(client, shop, { since, standing: unclear, mayLackSome: suspects.mayLackSome })
    if (isOther) await recordChanged(client, shop, 'any')
    const lost = orphans.of.map((id) => ({ gid: toGid('Product', id), why: 'its children came without it' }))
    await quarantine(client, shop, 'catalog', [...broken.map(named), ...lost])
    const incomparable = facts.noted().map(({ name, type }) => ({ gid: name, why: type }))
    await quarantine(client, shop, 'facts', incomparable)
    await requestAgain(client, shop, unclear)
    return { read, broken: broken.length, orphans: orphans.lines }
  })
}

async function* nothing(): AsyncGenerator<never[]> {}
