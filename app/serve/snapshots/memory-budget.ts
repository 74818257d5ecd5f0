/** Bytes that several keepers of snapshots share. */
export interface MemoryBudget {
  /** Something has come in, or was asked for: it gives way last. `give` lets go of it. */
  readonly hold: (name: string, bytes: number, give: () => void) => void
  readonly touch: (name: string) => void
  readonly release: (name: string) => void
  readonly held: () => number
}

/** At most `mostBytes` of what is held: whatever was asked for least lately gives way, but never the newest. */
export function shareMemory(mostBytes: number): MemoryBudget {
  // In the order in which they were last asked for.
  const all = new Map<string, { readonly bytes: number; readonly give: () => void }>()
  let sum = 0
  const release = (name: string) => {
    sum -= all.get(name)?.bytes ?? 0
    all.delete(name)
  }
  return {
    hold(name, bytes, give) {
      release(name)
      all.set(name, { bytes, give })
      sum += bytes
      for (const [other, { give: giveOther }] of all) {
        if (sum <= mostBytes || other === name) break
        release(other)
        giveOther()
      }
    },
    touch(name) {
      const one = all.get(name)
      if (!one) return
      all.delete(name)
      all.set(name, one)
    },
    release,
    held: () => sum,
  }
}
