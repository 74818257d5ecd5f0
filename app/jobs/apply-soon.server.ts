import type { ShopId } from '#app/commerce/ids.ts'
import { log } from '#app/platform/log.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'

/** Shops for which a job is being asked for, and whether something has been stored since that was begun. */
const asking = new Map<ShopId, { again: boolean }>()
const unfinished = new Set<Promise<void>>()

/**
 * Sees to it that what was stored for a shop is applied, while whoever delivered it has been answered already: what is stored is safe.
 * Where the process ends before the job was asked for, or asking fails, `lookAgain` finds what waits.
 */
export function applySoon(shop: ShopId): void {
  const known = asking.get(shop)
  if (known) {
    known.again = true
    return
  }
  const asked = askFor(shop).finally(() => unfinished.delete(asked))
  unfinished.add(asked)
}

async function askFor(shop: ShopId): Promise<void> {
  const state = { again: true }
  asking.set(shop, state)
  try {
    while (state.again) {
      state.again = false
      await enqueue('apply', shop)
    }
  } catch (error) {
    log.warn(
      { shop, why: error instanceof Error ? error.message : String(error) },
      'What was stored waits to be looked for: no job could be asked for',
    )
  } finally {
    asking.delete(shop)
  }
}

/** Resolves once every job that was to be asked for has been. */
export async function askedForAll(): Promise<void> {
  while (unfinished.size > 0) await Promise.all(unfinished)
}
