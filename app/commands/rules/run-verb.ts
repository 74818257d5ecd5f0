import type { ShopId } from '#app/commerce/ids.ts'
import { closeDatabase } from '#app/platform/db.server.ts'
import { closeQueue } from '#app/queue/queue.server.ts'
import { installationOf } from '#app/shopify/installation.server.ts'
import { refuse } from '../answer.ts'
import { applyFile } from './apply-file.ts'
import { exportFile } from './export-file.ts'
import { importFile } from './import-file.ts'
import { lintFile } from './lint-file.ts'
import { planFile } from './plan-file.ts'
import type { Options, Verb, Wish } from './read-arguments.ts'
import { undoApply } from './undo-apply.ts'

/** What a verb does with a file in a shop. Resolves to an exit code: 0 where it did what was asked. */
type Work = (shop: ShopId, file: string, options: Options) => Promise<number>

const VERBS: Readonly<Record<Verb, Work>> = { export: exportFile, plan: planFile, lint: lintFile, apply: applyFile, import: importFile }

/** Does with a shop's rules what is wished of them. */
export async function runVerb(shop: ShopId, wish: Wish): Promise<number> {
  try {
    if (!(await installationOf(shop))) return refuse(`The app is not installed in ${shop}.`)
    return wish.verb === 'undo' ? await undoApply(shop) : await VERBS[wish.verb](shop, wish.file, wish.options)
  } finally {
    await closeQueue()
    await closeDatabase()
  }
}
