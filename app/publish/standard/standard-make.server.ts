import { PRODUCT_STAMPS } from '#app/publish/metafield-documents.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import type { ListChange } from './standard-changes.ts'
import { isSameList } from './standard-lists.ts'
import { bothReports, deleteLists, setLists, type ListReport } from './standard-write.server.ts'

type Report = ListReport<ListChange>

/**
 * Makes the changes of one call. What is put back may name a product that is gone by now, which Shopify refuses: then what is left
 * of it is put back.
 */
export async function makeChanges(admin: AdminApi, changes: readonly ListChange[], signal: AbortSignal): Promise<Report> {
  const first = await setOrDelete(admin, changes, signal)
  const shorter = new Map<ListChange, ListChange>()
  for (const { kind, write } of first.faults) {
    if (kind !== 'refused' || write.kind !== 'restore' || write.value === null) continue
    const value = await whatRemains(admin, write.value, signal)
    if (!isSameList(value, write.value)) shorter.set(write, { ...write, value })
  }
  const faults = first.faults.filter(({ write }) => !shorter.has(write))
  return bothReports({ ...first, faults }, await setOrDelete(admin, [...shorter.values()], signal))
}

async function setOrDelete(admin: AdminApi, changes: readonly ListChange[], signal: AbortSignal): Promise<Report> {
  const set = await setLists(
    admin,
    changes.filter((change) => holdsList(change)),
    signal,
  )
  const deleted = await deleteLists(
    admin,
    changes.filter((change) => !holdsList(change)),
    signal,
  )
  return bothReports<ListChange>(set, deleted)
}

function holdsList(change: ListChange): change is ListChange & { readonly value: string } {
  return change.value !== null
}

/** The list without products that are gone; null where none is left. */
async function whatRemains(admin: AdminApi, value: string, signal: AbortSignal): Promise<string | null> {
  const named: unknown = JSON.parse(value)
  const products = Array.isArray(named) ? named.filter((one) => typeof one === 'string') : []
  const { nodes } = await callAdmin(admin, PRODUCT_STAMPS, { products }, { signal })
  const there = new Set(nodes.flatMap((node) => (node && 'id' in node ? node.id : [])))
  const left = products.filter((product) => there.has(product))
  return left.length === 0 ? null : JSON.stringify(left)
}
