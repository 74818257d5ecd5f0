import type { Catalog } from '#app/catalog/catalog.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { changeRules } from '#app/rules/versions/change-rules.server.ts'
import { readWorkingSet, replaceWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { Fault } from '../read-rule.ts'
import type { RuleSet } from '../rule-set.ts'
import type { TooMuch } from '../rule-volume.ts'
import { keepReplaced } from './applied-file.server.ts'
import { overtaken, type Overtaken } from './overtaken.server.ts'
import { readDocument } from './read-document.ts'

export type Applied =
  | { readonly kind: 'applied'; readonly before: RuleSet; readonly after: RuleSet }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'overtaken'; readonly why: Overtaken }
  | TooMuch

interface Applying {
  readonly document: unknown
  readonly catalog: Catalog
  /** Whether what the document's author has not seen may go. */
  readonly overwrite: boolean
}

/** Puts what a document says in the place of what the shop's merchants work on: all of it, or nothing. */
export function applyDocument(shop: ShopId, { document, catalog, overwrite }: Applying, now: Date): Promise<Applied> {
  return changeRules(shop, async (client): Promise<Applied> => {
    const before = await readWorkingSet(shop, client)
    const read = readDocument(document, catalog, before)
    if (read.kind === 'refused') return read
    const why = overwrite ? undefined : await overtaken(client, shop, { document, set: read.set, standing: before, catalog })
    if (why) return { kind: 'overtaken', why }
    await replaceWorkingSet(client, shop, read.set, now)
    await keepReplaced(client, shop, before, read.set, now)
    return { kind: 'applied', before, after: read.set }
  })
}
