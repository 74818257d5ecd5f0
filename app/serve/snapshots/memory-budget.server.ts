import { LRUCache } from 'lru-cache'

interface Sized {
  /** Bytes. */
  readonly size: number
}

/** What several keepers of snapshots hold, by name, within bytes that they share. */
export type MemoryBudget = LRUCache<string, Sized>

/** At most `mostBytes` of what is held: whatever was asked for least lately gives way, but never the newest. */
export function shareMemory(mostBytes: number): MemoryBudget {
  const most = Math.max(1, mostBytes)
  // What is larger than all of it would not be held at all: so it takes all of it.
  return new LRUCache({ maxSize: most, sizeCalculation: ({ size }) => Math.min(Math.max(1, size), most) })
}
