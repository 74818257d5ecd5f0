import type { Catalog } from '#app/catalog/catalog.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import type { RuleSet } from '../rule-set.ts'
import { writeDocument } from './write-document.ts'

/** The origin of what is exported of the shop while its merchants work on `set`: one name for one document. */
export function originOf(shop: ShopId, set: RuleSet, catalog: Catalog): string {
  return `${shop}@${digestOf(writeDocument(set, catalog)).slice(0, 12)}`
}
