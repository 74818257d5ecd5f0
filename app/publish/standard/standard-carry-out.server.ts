import type { ShopId } from '#app/commerce/ids.ts'
import { expectEchoes } from '#app/ingest/echoes.server.ts'
import type { Echo } from '#app/ingest/judge-news.ts'
import { inLanes } from '#app/platform/in-lanes.ts'
import { inParts } from '#app/platform/in-parts.ts'
import { WRITES_AT_ONCE } from '#app/shopify/pace.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import type { ListChange } from './standard-changes.ts'
import { makeChanges } from './standard-make.server.ts'
import { forgetLists, recordRefused, recordWriting, recordWritten } from './standard-store.server.ts'
import { LISTS_PER_CALL } from './standard-write.server.ts'

/** How the changes of one look ended. */
export interface ChangesMade {
  readonly written: number
  readonly restored: number
  readonly refused: number
  /** Something else stood there than we thought: to be looked at again. */
  readonly overtaken: readonly ListChange[]
}

/**
 * Writes and puts back lists, several calls at a time. Each call is noted before it is made and remembered as soon as it is done, so
 * whatever ends this midway, what we wrote is known for ours. Where Shopify takes nothing of a whole call, no further one is made.
 */
export async function carryOutLists(
  shop: ShopId,
  admin: AdminApi,
  changes: readonly ListChange[],
  signal: AbortSignal,
): Promise<ChangesMade> {
  const overtaken: ListChange[] = []
  const sum = { written: 0, restored: 0, refused: 0 }
  let isShut = false
  await inLanes(WRITES_AT_ONCE, inParts(changes, LISTS_PER_CALL), async (part) => {
    if (isShut) return
    await recordWriting(shop, part)
    const { done, faults, echoes } = await makeChanges(admin, part, signal)
    await expectEchoes(shop, summed(echoes))
    const isRestore = ({ write }: { readonly write: ListChange }) => write.kind === 'restore'
    const written = done.filter((one) => !isRestore(one)).map(({ write, digest }) => ({ ...write, value: write.value!, digest }))
    const gone = faults.filter(({ kind }) => kind === 'gone').map(({ write }) => write)
    const restored = done.filter(isRestore).map(({ write }) => write)
    const refused = faults.filter(({ kind }) => kind === 'refused').map(({ write, why }) => ({ ...write, why }))
    await recordWritten(shop, written)
    await forgetLists(shop, [...restored, ...gone])
    await recordRefused(shop, refused)
    overtaken.push(...faults.filter(({ kind }) => kind === 'overtaken').map(({ write }) => write))
    sum.written += written.length
    sum.restored += restored.length
    sum.refused += refused.length
    isShut ||= refused.length === LISTS_PER_CALL
  })
  return { ...sum, overtaken }
}

/** Each product and second once: they are noted together. */
function summed(echoes: readonly Echo[]): Echo[] {
  const sums = new Map<string, Echo>()
  for (const echo of echoes) {
    const name = `${echo.id} ${echo.at}`
    sums.set(name, { ...echo, updates: echo.updates + (sums.get(name)?.updates ?? 0) })
  }
  return [...sums.values()]
}
