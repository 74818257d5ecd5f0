import type { ShopId } from '#app/commerce/ids.ts'
import { makeBell } from '#app/platform/bell.server.ts'
import { pool } from '#app/platform/db.server.ts'
import { hearChanges } from '#app/platform/hear-changes.server.ts'
import { dropUnfinished } from '#app/platform/keep-whole.server.ts'
import { log } from '#app/platform/log.server.ts'
import { repeatUntilAborted } from '#app/platform/repeat-until-aborted.server.ts'
import { dropFile, keepFile, storedShops, storedVersion } from './snapshot-files.server.ts'
import type { CachedSnapshot, Snapshots } from './snapshot.server.ts'

/** Milliseconds after which it is looked whether shops were asked for that have no file, and what has failed is tried again. */
const EVERY = 1_000
/** Milliseconds after which all are looked through, whatever was told: a connection may be dead and not know it. */
const ALL_EVERY = 30_000
/** Milliseconds after which a file that is still being written belongs to nobody any more. */
const ABANDONED = 60 * 60_000

/** Follows what becomes of one kind of snapshot. */
interface Follower {
  /** Hears of one shop that its snapshot is another, or without a word that any may be. */
  readonly hear: (shop?: string) => void
  readonly follow: (signal: AbortSignal) => Promise<void>
}

/**
 * Keeps the snapshots of this process at what the database holds, until `signal` aborts: it is told which have changed. While
 * the database is away the last ones serve on, and a process that starts then serves from its files.
 */
export async function followSnapshots(folder: string, kinds: readonly Snapshots<CachedSnapshot>[], signal: AbortSignal): Promise<void> {
  await dropUnfinished(folder, Date.now() - ABANDONED)
  const followers = new Map<string, Follower>()
  for (const snapshots of kinds) followers.set(snapshots.kind.table, await followerOf(folder, snapshots))
  const hearing = hearChanges(
    [...followers.keys()],
    (said) => {
      if (said) followers.get(said.channel)?.hear(said.told)
      else for (const { hear } of followers.values()) hear()
    },
    signal,
  )
  await Promise.all([hearing, ...Array.from(followers.values(), ({ follow }) => follow(signal))])
}

async function followerOf(folder: string, snapshots: Snapshots<CachedSnapshot>): Promise<Follower> {
  const { kind } = snapshots
  const known = new Map<ShopId, string>()
  for (const shop of await storedShops(folder, kind)) known.set(shop, (await storedVersion(folder, kind, shop)) ?? '')
  const bell = makeBell()
  const told = new Set<ShopId>()
  let allAt = -Infinity
  const look = async () => {
    for (const shop of snapshots.takeMissed()) {
      known.delete(shop)
      told.add(shop)
    }
    const now = performance.now()
    if (now - allAt >= ALL_EVERY) {
      told.clear()
      // Who hears meanwhile that any may have changed is not overheard.
      allAt = now
      await followAll(folder, snapshots, known).catch((error: Error) => {
        allAt = -Infinity
        throw error
      })
    }
    for (const shop of told) {
      told.delete(shop)
      await followOne(folder, snapshots, known, shop).catch((error: Error) => {
        told.add(shop)
        throw error
      })
    }
  }
  return {
    hear(shop) {
      if (shop === undefined) allAt = -Infinity
      else told.add(shop as ShopId)
      bell.ring()
    },
    follow: (signal) => repeatUntilAborted(look, EVERY, kind.complaint, signal, bell.rest),
  }
}

const installed = 'EXISTS (SELECT FROM shop WHERE shop.id = shop_id AND uninstalled_at IS NULL)'

async function followAll(folder: string, snapshots: Snapshots<CachedSnapshot>, known: Map<ShopId, string>) {
  const { rows } = await pool.query<{ shop: ShopId; version: string }>(
    `SELECT shop_id AS shop, version FROM ${snapshots.kind.table} WHERE ${installed}`,
  )
  const stands = new Set(rows.map(({ shop }) => shop))
  for (const shop of known.keys()) if (!stands.has(shop)) await drop(folder, snapshots, known, shop)
  for (const { shop, version } of rows) if (known.get(shop) !== version) await followOne(folder, snapshots, known, shop)
}

async function followOne(folder: string, snapshots: Snapshots<CachedSnapshot>, known: Map<ShopId, string>, shop: ShopId): Promise<void> {
  const { kind } = snapshots
  const { rows } = await pool.query<{ version: string; bytes: Buffer | null }>(
    `SELECT version, CASE WHEN version IS DISTINCT FROM $2 THEN bytes END AS bytes FROM ${kind.table} WHERE shop_id = $1 AND ${installed}`,
    [shop, known.get(shop)],
  )
  const [row] = rows
  if (!row) return drop(folder, snapshots, known, shop)
  if (!row.bytes) return
  // One that was refused is not asked for again: the next has another name.
  known.set(shop, row.version)
  const read = kind.read(row.bytes)
  if (typeof read === 'string' || read.shop !== shop) {
    log.error({ shop, version: row.version, why: read }, `${kind.name} was refused; the last one serves on`)
    return
  }
  snapshots.put(read)
  // Without its file it is served all the same, until it gives way to others.
  await keepFile(folder, kind, shop, row.bytes).catch((error: Error) =>
    log.error({ shop, why: error.message }, 'A snapshot could not be kept on disk'),
  )
}

async function drop(folder: string, snapshots: Snapshots<CachedSnapshot>, known: Map<ShopId, string>, shop: ShopId): Promise<void> {
  snapshots.drop(shop)
  await dropFile(folder, snapshots.kind, shop)
  known.delete(shop)
}
