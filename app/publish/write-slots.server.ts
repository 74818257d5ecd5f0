import type { ProductId } from '#app/commerce/ids.ts'
import type { Echo } from '#app/ingest/judge-news.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { blame, METAFIELDS_PER_SLOT, type SlotFault } from './blame.ts'
import { echoOf } from './echo-of.ts'
import { NO_DIGESTS, type SlotDigests } from './live-slot.ts'
import { NAMESPACE, NOTES_KEY, OFFERS_KEY, SET_METAFIELDS } from './metafield-documents.ts'
import type { Owners } from './owners.ts'
import type { SlotWrite } from './plan.ts'

/** Shopify takes 25 metafields a call, and a slot is two. */
export const SLOTS_PER_CALL = 12

export interface WrittenSlot {
  readonly write: SlotWrite
  /** Shopify's digests of what was written. */
  readonly digests: SlotDigests
  /** What Shopify will tell us of our own writing, where it said so. */
  readonly echo?: Echo | undefined
}

export interface WriteReport {
  readonly written: readonly WrittenSlot[]
  readonly faults: readonly SlotFault[]
}

/**
 * Writes up to `SLOTS_PER_CALL` slots, each only where what we believe to stand there does. Shopify writes all of a call
 * or nothing; those it finds fault with are left out and the others written.
 */
export async function writeSlots(admin: AdminApi, owners: Owners, writes: readonly SlotWrite[], signal: AbortSignal): Promise<WriteReport> {
  if (writes.length === 0) return { written: [], faults: [] }
  const metafields = writes.flatMap(({ product, offers, notes, before }) => [
    metafield(owners.gidOf(product), OFFERS_KEY, 'list.product_reference', offers, before.offers),
    metafield(owners.gidOf(product), NOTES_KEY, 'json', notes, before.notes),
  ])
  const { metafieldsSet: answer } = await callAdmin(admin, SET_METAFIELDS, { metafields }, { repeatable: true, signal })
  const errors = answer?.userErrors ?? []
  if (errors.length === 0) {
    const standing = readAnswer(answer?.metafields ?? [], owners)
    const written = writes.map((write): WrittenSlot => {
      const { digests, updatedAt } = standing.get(write.product) ?? { digests: NO_DIGESTS, updatedAt: undefined }
      const changed = [digests.offers !== write.before.offers, digests.notes !== write.before.notes].filter(Boolean).length
      return { write, digests, echo: echoOf(write.product, updatedAt, changed) }
    })
    return { written, faults: [] }
  }
  const faults = blame(errors, writes, METAFIELDS_PER_SLOT)
  const [only] = writes
  if (faults.length === 0 && only && writes.length === 1)
    return { written: [], faults: [{ kind: 'refused', write: only, why: errors[0]!.message }] }
  const atFault = new Set(faults.map(({ write }) => write))
  const good = writes.filter((write) => !atFault.has(write))
  // Where Shopify blames nobody, halving finds out.
  const half = faults.length === 0 ? Math.ceil(good.length / 2) : good.length
  const first = await writeSlots(admin, owners, good.slice(0, half), signal)
  const second = await writeSlots(admin, owners, good.slice(half), signal)
  return { written: [...first.written, ...second.written], faults: [...faults, ...first.faults, ...second.faults] }
}

function metafield(ownerId: string, key: string, type: string, value: string, compareDigest: string | null) {
  return { ownerId, namespace: NAMESPACE, key, type, value, compareDigest }
}

interface Answered {
  readonly key: string
  readonly compareDigest: string
  readonly owner: { readonly id?: string; readonly updatedAt?: string }
}

/** Of each product the digests of what now stands there, and when Shopify stamped it last. */
function readAnswer(metafields: readonly Answered[], { pageOf }: Owners) {
  const standing = new Map<ProductId, { readonly digests: SlotDigests; readonly updatedAt: string | undefined }>()
  for (const { key, compareDigest, owner } of metafields) {
    const product = pageOf(owner.id)
    if (product === undefined) continue
    const digests = { ...(standing.get(product)?.digests ?? NO_DIGESTS), [key === OFFERS_KEY ? 'offers' : 'notes']: compareDigest }
    standing.set(product, { digests, updatedAt: owner.updatedAt })
  }
  return standing
}
