import { readGid, toGid } from '#app/commerce/ids.ts'
import type { Echo } from '#app/ingest/judge-news.ts'
import { blame, type Fault } from '#app/publish/blame.ts'
import { echoesOfDeleting } from '#app/publish/delete-slots.server.ts'
import { echoOf } from '#app/publish/echo-of.ts'
import { DELETE_METAFIELDS, SET_METAFIELDS } from '#app/publish/metafield-documents.ts'
import { callAdmin, refuseUserErrors, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { STANDARD_KEYS, STANDARD_NAMESPACE, STANDARD_TYPE } from './standard-lists.ts'
import type { ListName } from './standard-store.server.ts'

/** Shopify takes so many metafields a call. */
export const LISTS_PER_CALL = 25

export interface ListSet extends ListName {
  readonly value: string
  /** Of what is believed to stand there; null for nothing. */
  readonly digest: string | null
}

export interface ListReport<Write> {
  /** What was done, with Shopify's digest of what now stands; null for no list. */
  readonly done: readonly { readonly write: Write; readonly digest: string | null }[]
  readonly faults: readonly Fault<Write>[]
  /** What Shopify will tell us of our own writing. */
  readonly echoes: readonly Echo[]
}

const NOTHING_DONE = { done: [], faults: [], echoes: [] }

/** Writes up to `LISTS_PER_CALL` lists, each only where what is believed to stand there does; those at fault are left out. */
export async function setLists<Write extends ListSet>(
  admin: AdminApi,
  writes: readonly Write[],
  signal: AbortSignal,
): Promise<ListReport<Write>> {
  if (writes.length === 0) return NOTHING_DONE
  const metafields = writes.map(({ value, digest, ...name }) => ({ ...metafield(name), type: STANDARD_TYPE, value, compareDigest: digest }))
  const answer = await orRefused(async () => {
    const { metafieldsSet } = await callAdmin(admin, SET_METAFIELDS, { metafields }, { repeatable: true, signal })
    return metafieldsSet
  })
  if (answer instanceof ShopifyRefused) return allRefused(writes, answer)
  const errors = answer?.userErrors ?? []
  if (errors.length === 0) {
    const now = (answer?.metafields ?? []).map(({ key, compareDigest, owner }) => ({ key, compareDigest, ...owner }))
    const done = writes.map((write) => {
      const { ownerId, key } = metafield(write)
      return { write, digest: now.find((one) => one.key === key && 'id' in one && one.id === ownerId)?.compareDigest ?? null }
    })
    const changed = done.filter(({ write, digest }) => digest !== write.digest)
    const products = new Set(changed.map(({ write }) => write.product))
    const echoes = [...products].flatMap((product) => {
      const owner = now.find((one) => 'id' in one && readGid('Product', one.id) === product)
      const updatedAt = owner && 'updatedAt' in owner ? owner.updatedAt : undefined
      return echoOf(product, updatedAt, changed.filter(({ write }) => write.product === product).length) ?? []
    })
    return { done, faults: [], echoes }
  }
  const faults = blame(errors, writes, 1)
  if (faults.length === 0 && writes.length === 1) return allRefused(writes, new ShopifyRefused(errors[0]!.message))
  const atFault = new Set(faults.map(({ write }) => write))
  const good = writes.filter((write) => !atFault.has(write))
  // Where Shopify blames nobody, halving finds out.
  const half = faults.length === 0 ? Math.ceil(good.length / 2) : good.length
  const first = await setLists(admin, good.slice(0, half), signal)
  return bothReports({ ...first, faults: [...faults, ...first.faults] }, await setLists(admin, good.slice(half), signal))
}

/** Deletes up to `LISTS_PER_CALL` lists, whatever stands there: Shopify compares with nothing when it deletes. */
export async function deleteLists<Write extends ListName>(
  admin: AdminApi,
  writes: readonly Write[],
  signal: AbortSignal,
): Promise<ListReport<Write>> {
  if (writes.length === 0) return NOTHING_DONE
  const metafields = writes.map((write) => metafield(write))
  const answer = await orRefused(async () => {
    const { metafieldsDelete } = await callAdmin(admin, DELETE_METAFIELDS, { metafields }, { repeatable: true, signal })
    refuseUserErrors(metafieldsDelete?.userErrors ?? [])
    return metafieldsDelete
  })
  if (answer instanceof ShopifyRefused) {
    if (writes.length === 1) return allRefused(writes, answer)
    const half = Math.ceil(writes.length / 2)
    return bothReports(await deleteLists(admin, writes.slice(0, half), signal), await deleteLists(admin, writes.slice(half), signal))
  }
  const changed = (answer?.deletedMetafields ?? []).flatMap((deleted) => deleted?.ownerId ?? [])
  return { done: writes.map((write) => ({ write, digest: null })), faults: [], echoes: await echoesOfDeleting(admin, changed, signal) }
}

function metafield({ intent, product }: ListName) {
  return { ownerId: toGid('Product', product), namespace: STANDARD_NAMESPACE, key: STANDARD_KEYS[intent] }
}

async function orRefused<Answer>(doIt: () => Promise<Answer>): Promise<Answer | ShopifyRefused> {
  try {
    return await doIt()
  } catch (error) {
    if (error instanceof ShopifyRefused) return error
    throw error
  }
}

function allRefused<Write>(writes: readonly Write[], { message }: ShopifyRefused): ListReport<Write> {
  return { ...NOTHING_DONE, faults: writes.map((write) => ({ kind: 'refused', write, why: message })) }
}

export function bothReports<Write>(one: ListReport<Write>, other: ListReport<Write>): ListReport<Write> {
  return { done: [...one.done, ...other.done], faults: [...one.faults, ...other.faults], echoes: [...one.echoes, ...other.echoes] }
}
