import type { ShopId } from '#app/commerce/ids.ts'
import { expectEchoes } from '#app/ingest/echoes.server.ts'
import { inLanes } from '#app/platform/in-lanes.ts'
import { inParts } from '#app/platform/in-parts.ts'
import { WRITES_AT_ONCE } from '#app/shopify/pace.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import type { SlotFault } from './blame.ts'
import { deleteSlots } from './delete-slots.server.ts'
import { judgeOvertaken } from './judge-overtaken.ts'
import type { Owners } from './owners.ts'
import type { PublishPlan } from './plan.ts'
import { forgetDeleted, readPublished, rememberWritten } from './published.server.ts'
import { readSlotsNow } from './read-slots-now.server.ts'
import { SLOTS_PER_CALL, writeSlots, type WriteReport, type WrittenSlot } from './write-slots.server.ts'

export interface Carried {
  readonly written: number
  readonly deleted: number
  /** What could not be written, with the reason; it is planned again next time. */
  readonly faults: readonly SlotFault[]
}

/**
 * Makes the plan true in the shop, several calls at a time. Every call is remembered as soon as it is done, so whatever
 * ends this midway, the next plan holds only what is left. Throws as `callAdmin` does.
 */
export async function carryOut(
  shop: ShopId,
  admin: AdminApi,
  owners: Owners,
  { writes, deletes }: PublishPlan,
  signal: AbortSignal,
): Promise<Carried> {
  let written = 0
  let deleted = 0
  const faults: SlotFault[] = []
  const remember = async (report: WriteReport): Promise<void> => {
    await expectEchoes(
      shop,
      report.written.flatMap(({ echo }) => echo ?? []),
    )
    await rememberWritten(shop, report.written)
    written += report.written.length
    const gone = report.faults.filter(({ kind }) => kind === 'gone').map(({ write }) => write.product)
    await forgetDeleted(shop, gone)
  }
  await inLanes(WRITES_AT_ONCE, inParts(writes, SLOTS_PER_CALL), async (part) => {
    const report = await writeSlots(admin, owners, part, signal)
    await remember(report)
    const again = await retryOvertaken(shop, admin, owners, report.faults, signal)
    await remember(again)
    faults.push(...report.faults.filter(({ kind }) => kind !== 'overtaken'), ...again.faults)
  })
  await inLanes(WRITES_AT_ONCE, inParts(deletes, SLOTS_PER_CALL), async (part) => {
    const done = await deleteSlots(admin, owners, part, signal)
    await expectEchoes(shop, done.echoes)
    await forgetDeleted(shop, done.products)
    deleted += done.products.length
  })
  return { written, deleted, faults }
}

/** Looks again at slots that were not as believed, and writes those once more that nobody else of ours has written. */
async function retryOvertaken(
  shop: ShopId,
  admin: AdminApi,
  owners: Owners,
  faults: readonly SlotFault[],
  signal: AbortSignal,
): Promise<WriteReport> {
  const overtaken = faults.filter(({ kind }) => kind === 'overtaken')
  if (overtaken.length === 0) return { written: [], faults: [] }
  const products = overtaken.map(({ write }) => write.product)
  const now = await readSlotsNow(admin, owners, products, signal)
  const ours = await readPublished(shop, products)
  const stand: WrittenSlot[] = []
  const given: SlotFault[] = []
  const again = overtaken.flatMap((fault) => {
    const verdict = judgeOvertaken(fault.write, now.get(fault.write.product), ours.get(fault.write.product))
    if (verdict.kind === 'stands') stand.push({ write: fault.write, digests: verdict.digests })
    if (verdict.kind === 'gone' || verdict.kind === 'given-way')
      given.push({ ...fault, kind: verdict.kind === 'gone' ? 'gone' : 'overtaken' })
    return verdict.kind === 'again' ? [verdict.write] : []
  })
  const report = await writeSlots(admin, owners, again, signal)
  return { written: [...stand, ...report.written], faults: [...given, ...report.faults] }
}
