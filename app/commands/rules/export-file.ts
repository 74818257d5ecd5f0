import { writeFileSync } from 'node:fs'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { originOf } from '#app/rules/document/origin-of.server.ts'
import { writeDocument } from '#app/rules/document/write-document.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { writeYaml } from './write-yaml.ts'

/** Writes what the shop's merchants work on into a file, the same set as the same bytes. */
export async function exportFile(shop: ShopId, file: string): Promise<number> {
  const [set, catalog] = await Promise.all([readWorkingSet(shop), loadCatalog(shop, Date.now())])
  const document = writeDocument(set, catalog, originOf(shop, set, catalog))
  writeFileSync(file, file.endsWith('.json') ? `${JSON.stringify(document, null, 2)}\n` : writeYaml(document))
  console.log(`Wrote ${set.rules.length} rules of ${shop} to ${file}.`)
  return 0
}
