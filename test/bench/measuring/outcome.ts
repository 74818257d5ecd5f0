/** What a bench found. Names of figures end in their unit (`acknowledged_p99_ms`). */
export interface BenchOutcome {
  readonly figures: Readonly<Record<string, number>>
  /** The same work done as barely as it can be done, in the same run on the same machine. */
  readonly baseline: Readonly<Record<string, number>>
  /** Each bound that was not kept, in words. */
  readonly misses: readonly string[]
}

/** A file of `test/bench` exports it as `run`. Throws when a result is wrong, not when it is slow. */
export type Bench = (args: readonly string[]) => Promise<BenchOutcome>
