import type { ShopId } from '#app/commerce/ids.ts'
import { readPublished, versionOf, type PublishedSnapshot } from './published-snapshot.server.ts'
import { readKept } from './snapshot-files.server.ts'

/** What is published, shop by shop: in memory while it is asked for, in files otherwise. */
export interface Snapshots {
  /** The shop's snapshot, at once where it is in memory; undefined where there is none. */
  of(shop: ShopId): PublishedSnapshot | undefined | Promise<PublishedSnapshot | undefined>
  /** Puts a newer one in place. Whoever asks meanwhile gets the last one. */
  put(snapshot: PublishedSnapshot): void
  /** The shop is served no longer. */
  drop(shop: ShopId): void
  /** Shops that were asked for and whose file was missing or broken, since this was last called. */
  takeMissed(): ShopId[]
}

/** Hears of a file that was refused: whose it is, which version it claims to be, and why. */
type HearRefused = (shop: ShopId, version: string, why: string) => void

/**
 * Snapshots kept in at most `mostBytes` of memory: those asked for least lately give way, and are read from `folder` when
 * they are asked for again. A file that cannot be read is as good as none; `tell` hears of it once, until another takes its place.
 */
export function keepSnapshots(folder: string, mostBytes: number, tell: HearRefused): Snapshots {
  // In the order in which they were last asked for.
  const held = new Map<ShopId, PublishedSnapshot>()
  // Files known to be missing, so that a shop without one costs no look at the disk each time.
  const absent = new Set<ShopId>()
  const missed = new Set<ShopId>()
  const reading = new Map<ShopId, Promise<PublishedSnapshot | undefined>>()
  let bytes = 0

  function drop(shop: ShopId): void {
    bytes -= held.get(shop)?.size ?? 0
    held.delete(shop)
  }

  function put(snapshot: PublishedSnapshot): void {
    drop(snapshot.shop)
    absent.delete(snapshot.shop)
    held.set(snapshot.shop, snapshot)
    bytes += snapshot.size
    for (const shop of held.keys()) {
      if (bytes <= mostBytes || shop === snapshot.shop) break
      drop(shop)
    }
  }

  async function read(shop: ShopId): Promise<PublishedSnapshot | undefined> {
    const kept = await readKept(folder, shop).catch((error: NodeJS.ErrnoException) => `it cannot be read: ${error.code ?? error.name}`)
    const found = typeof kept === 'object' ? readPublished(kept) : kept
    // While the file was read, something newer may have come, or the shop may have gone.
    if (held.has(shop) || absent.has(shop)) return held.get(shop)
    if (typeof found === 'object' && found.shop === shop) put(found)
    else {
      if (found) tell(shop, typeof kept === 'object' ? versionOf(kept) : '', typeof found === 'string' ? found : 'it is another shop’s')
      absent.add(shop)
      missed.add(shop)
    }
    return held.get(shop)
  }

  return {
    of(shop) {
      const found = held.get(shop)
      if (found) {
        held.delete(shop)
        held.set(shop, found)
        return found
      }
      if (absent.has(shop)) return undefined
      const begun = reading.get(shop) ?? read(shop).finally(() => reading.delete(shop))
      reading.set(shop, begun)
      return begun
    },
    put,
    drop(shop) {
      drop(shop)
      absent.add(shop)
    },
    takeMissed() {
      const shops = [...missed]
      missed.clear()
      return shops
    },
  }
}
