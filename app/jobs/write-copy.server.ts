import { setTimeout as wait } from 'node:timers/promises'
import type { ShopId } from '#app/commerce/ids.ts'
import { readLexicon, trueOf } from '#app/copy/checks/lexicon-store.server.ts'
import type { KnownProduct } from '#app/copy/known-products.ts'
import { readKnown } from '#app/copy/read-known.server.ts'
import { addDrafts } from '#app/copy/sentences/sentence-store.server.ts'
import { readCopySetting } from '#app/copy/setting.server.ts'
import { draftsOf } from '#app/copy/write/drafts-of.server.ts'
import { configuredModel, ModelRefused, type ConfiguredModel } from '#app/copy/write/model.server.ts'
import type { Prompt } from '#app/copy/write/prompt.ts'
import { endRun, noteSpent, noteUnit, readRun } from '#app/copy/write/run-store.server.ts'
import { writeUnit } from '#app/copy/write/write-unit.ts'
import { unitsAfter, writingUnits, type WritingUnit } from '#app/copy/write/writing-units.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'

/** Pauses before a model that gave no answer is asked again, in milliseconds; after the last it has failed. */
const PAUSES = [1_000, 2_000, 5_000, 15_000, 30_000]

/**
 * Has a model write about the shop's products, one type in one language after the other. Each is stored whole or not at all, and what was
 * done before is not done again. Before each call it is seen whether anything may still be spent.
 */
export async function writeCopy(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async () => {
    const run = await readRun(shop)
    const model = configuredModel()
    if (run?.state !== 'running') return
    if (!model) return endRun(shop, 'failed', new Date(), 'no model is set up')
    const known = new Map((await readKnown(shop, Date.now())).known.map((one) => [one.product.id, one]))
    const units = writingUnits([...known.values()], run.locales)
    try {
      for (const unit of unitsAfter(units, run.reached)) {
        signal.throwIfAborted()
        const now = await readRun(shop)
        if (now?.state !== 'running') return
        if (now.spent >= now.mostTokens) return await endRun(shop, 'spent', new Date())
        await writeOne(
          shop,
          unit,
          model,
          unit.products.map((id) => known.get(id)!),
          signal,
        )
      }
      await endRun(shop, 'done', new Date())
    } catch (error) {
      if (!(error instanceof ModelRefused)) throw error
      log.warn({ shop, why: error.message }, 'A model does not write about products')
      await endRun(shop, 'failed', new Date(), error.message)
    }
  })
}

async function writeOne(
  shop: ShopId,
  unit: WritingUnit,
  model: ConfiguredModel,
  products: readonly KnownProduct[],
  signal: AbortSignal,
): Promise<void> {
  const [{ never, language }, lexicon] = await Promise.all([readCopySetting(shop), readLexicon(shop)])
  const facts = unit.facets.flatMap((facet) => products.flatMap((one) => one.facts.filter((fact) => fact.facet === facet)).slice(0, 1))
  const checked = { facts, never, own: language, lexicon: trueOf(lexicon, unit.locale, unit.products) }
  const written = await writeUnit(unit, checked, async (prompt) => {
    const run = await readRun(shop)
    if (!run || run.spent >= run.mostTokens) return undefined
    const answered = await askPatiently(model, prompt, signal)
    await noteSpent(shop, answered.tokens)
    return answered
  })
  await inTransaction(async (client) => {
    await addDrafts(client, shop, draftsOf(unit, written, products, new Date()))
    await noteUnit(client, shop, unit)
  })
}

async function askPatiently(model: ConfiguredModel, prompt: Prompt, signal: AbortSignal) {
  for (const pause of PAUSES) {
    try {
      return await model.ask(prompt, signal)
    } catch (error) {
      if (!(error instanceof ModelRefused) || error.isFinal) throw error
      await wait(pause, undefined, { signal })
    }
  }
  return model.ask(prompt, signal)
}
