import type { ShopId } from '#app/commerce/ids.ts'
import type { MemoryBudget } from './memory-budget.server.ts'
import { readStored, type FileKind } from './snapshot-files.server.ts'

export type SnapshotTable = 'published_snapshot' | 'offerable_snapshot' | 'customer_snapshot'

export interface CachedSnapshot {
  readonly shop: ShopId
  readonly version: string
  /** What it costs in memory. */
  readonly size: number
}

/** A kind of snapshot: where it is fetched from, how it is read, and how it is called in the log. */
export interface SnapshotKind<Snapshot extends CachedSnapshot> extends FileKind {
  readonly table: SnapshotTable
  readonly name: string
  readonly complaint: string
  /** A string says why the bytes are no snapshot. */
  readonly read: (bytes: Buffer) => Snapshot | string
}

/** Snapshots of one kind, shop by shop: in memory while they are asked for, in files otherwise. */
export interface Snapshots<Snapshot extends CachedSnapshot> {
  readonly kind: SnapshotKind<Snapshot>
  /** The shop's snapshot, at once where it is in memory; undefined where there is none, 'busy' where too many are being read. */
  of(shop: ShopId): Snapshot | undefined | 'busy' | Promise<Snapshot | undefined>
  /** Puts a newer one in place. Whoever asks meanwhile gets the last one. */
  put(snapshot: Snapshot): void
  /** The shop is served no longer. */
  drop(shop: ShopId): void
  /** Shops that were asked for and whose file was missing or broken, since this was last called. */
  takeMissed(): ShopId[]
}

/** Hears of a file that was refused: whose it is, which version it claims to be, and why. */
export type HearRefused = (shop: ShopId, version: string, why: string) => void

/** Files read at the same time: more would only wait for each other. */
const MOST_READING = 64

/**
 * Snapshots kept within a `budget` of memory: those that give way are read from `folder` when they are asked for again. A file
 * that cannot be read is as good as none; `tell` hears of it once, until another takes its place.
 */
export function keepSnapshots<Snapshot extends CachedSnapshot>(
  kind: SnapshotKind<Snapshot>,
  folder: string,
  budget: MemoryBudget,
  tell: HearRefused,
): Snapshots<Snapshot> {
  // Files known to be missing, so that a shop without one costs no look at the disk each time.
  const absent = new Set<ShopId>()
  const missed = new Set<ShopId>()
  const reading = new Map<ShopId, Promise<Snapshot | undefined>>()
  const nameOf = (shop: ShopId) => `${shop}${kind.suffix}`
  // Every kind has a suffix of its own.
  const held = (shop: ShopId) => budget.get(nameOf(shop)) as Snapshot | undefined

  function put(snapshot: Snapshot): void {
    absent.delete(snapshot.shop)
    budget.set(nameOf(snapshot.shop), snapshot)
  }

  async function read(shop: ShopId): Promise<Snapshot | undefined> {
    const kept = await readStored(folder, kind, shop).catch(
      (error: NodeJS.ErrnoException) => `it cannot be read: ${error.code ?? error.name}`,
    )
    const found = typeof kept === 'object' ? kind.read(kept) : kept
    // While the file was read, something newer may have come, or the shop may have gone.
    const newer = held(shop)
    if (newer || absent.has(shop)) return newer
    if (typeof found === 'object' && found.shop === shop) put(found)
    else {
      const version = typeof kept === 'object' ? kept.toString('latin1', 0, kind.versionLength) : ''
      if (found) tell(shop, version, typeof found === 'string' ? found : 'it is another shop’s')
      absent.add(shop)
      missed.add(shop)
    }
    return held(shop)
  }

  return {
    kind,
    of(shop) {
      const found = held(shop)
      if (found) return found
      if (absent.has(shop)) return undefined
      const under = reading.get(shop)
      if (under) return under
      if (reading.size >= MOST_READING) return 'busy'
      const begun = read(shop).finally(() => reading.delete(shop))
      reading.set(shop, begun)
      return begun
    },
    put,
    drop(shop) {
      budget.delete(nameOf(shop))
      absent.add(shop)
    },
    takeMissed() {
      const shops = [...missed]
      missed.clear()
      return shops
    },
  }
}
