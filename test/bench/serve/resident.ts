import { tmpdir } from 'node:os'
import { CUSTOMERS } from '#app/serve/snapshots/customer-snapshot.server.ts'
import { shareMemory } from '#app/serve/snapshots/memory-budget.server.ts'
import { OFFERABLE } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import { PUBLISHED } from '#app/serve/snapshots/published-snapshot.server.ts'
import { keepSnapshots, type CachedSnapshot, type SnapshotKind } from '#app/serve/snapshots/snapshot.server.ts'
import { snapshotsOf } from './shops.ts'

/** Holds the snapshots of so many shops in memory, and says how many bytes all of this process takes. `SHOPS PRODUCTS CUSTOMERS`. */
const [shops, products, customers] = process.argv.slice(2).map(Number) as [number, number, number]
const memory = shareMemory(Number.MAX_SAFE_INTEGER)
const refused = (shop: string) => {
  throw new Error(`The file of ${shop} was refused`)
}
function keeper<Snapshot extends CachedSnapshot>(kind: SnapshotKind<Snapshot>) {
  const kept = keepSnapshots(kind, tmpdir(), memory, refused)
  const take = (bytes: Buffer) => {
    const read = kind.read(bytes)
    if (typeof read === 'string') throw new Error(read)
    kept.put(read)
  }
  return { table: kind.table, take }
}
const keepers = [keeper(PUBLISHED), keeper(OFFERABLE), keeper(CUSTOMERS)]
for (let at = 0; at < shops; at++) {
  const snapshots = snapshotsOf(at, { products, customers })
  for (const { table, take } of keepers) take(snapshots[table]!)
  // What making them has cost is not what holding them does.
  if (at % 200 === 0) globalThis.gc?.()
}
globalThis.gc?.()
process.send?.({ counted: memory.calculatedSize, resident: process.memoryUsage().rss })
process.disconnect()
