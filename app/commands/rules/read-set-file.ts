import type { ShopId } from '#app/commerce/ids.ts'
import { readDocument } from '#app/rules/document/read-document.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'
import type { ShopContext } from '#app/slots/shop-context.ts'
import { readDocumentFile, type DocumentFile } from './read-document-file.ts'

/** What a file says in a shop, beside what the shop's merchants work on. */
interface SetFile extends DocumentFile {
  readonly set: RuleSet
  readonly standing: RuleSet
  readonly stock: ShopContext
}

/** Reads a file of rules as the shop would; undefined where it is refused, which the terminal has then been told. */
export async function readSetFile(shop: ShopId, file: string): Promise<SetFile | undefined> {
  const opened = readDocumentFile(file)
  if (!opened) return undefined
  const [standing, stock] = await Promise.all([readWorkingSet(shop), loadShopContext(shop, new Date())])
  const read = readDocument(opened.document, stock.catalog, standing)
  if (read.kind === 'set') return { ...opened, set: read.set, standing, stock }
  opened.refuse(read.faults)
  return undefined
}
