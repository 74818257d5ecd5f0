import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { applyDocument } from '#app/rules/document/apply-document.server.ts'
import { originOf } from '#app/rules/document/origin-of.server.ts'
import { originIn } from '#app/rules/document/origin.ts'
import { overtakenLines } from './overtaken-lines.ts'
import { publishApplied } from './publish-applied.ts'
import { readDocumentFile } from './read-document-file.ts'
import { restateOrigin } from './restate-origin.ts'
import { sayChanges } from './say-changes.ts'
import { tooMuchLine } from './too-much-line.ts'

interface Wish {
  readonly publish: boolean
  readonly why: string
  readonly overwrite: boolean
}

/** Puts the file in the place of what the shop's merchants work on, and publishes exactly that where it is asked for. */
export async function applyFile(shop: ShopId, file: string, { publish, why, overwrite }: Wish): Promise<number> {
  const read = readDocumentFile(file)
  if (!read) return 1
  const { document } = read
  const now = new Date()
  const catalog = await loadCatalog(shop, now.getTime())
  const applied = await applyDocument(shop, { document, catalog, overwrite }, now)
  switch (applied.kind) {
    case 'refused':
      read.refuse(applied.faults)
      return 1
    case 'overtaken':
      for (const line of overtakenLines(applied.why, shop, file)) console.error(line)
      console.error('Nothing was changed.')
      return 1
    case 'too-much':
      console.error(`Nothing was changed. ${tooMuchLine(applied)}`)
      return 1
    case 'applied': {
      const { before, after } = applied
      const changes = sayChanges(before, after)
      if (changes) await enqueue('lint', shop)
      console.log(changes ? `Applied: ${changes} to the working set.` : 'Nothing changed: the file says what stood there.')
      const origin = originIn(document, shop)
      if (origin) restateOrigin(file, origin, originOf(shop, after, catalog))
      return publish ? publishApplied(shop, after, why, now) : 0
    }
  }
}
