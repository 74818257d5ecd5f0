import { Gauge, Histogram, Registry } from 'prom-client'
import { withTimeout } from '../with-timeout.server.ts'

/** This process's figures, as Prometheus reads them. Sums over all shops only: no figure names one. */
export const registry = new Registry()

/** Milliseconds after which whoever asks hears the other figures without this one. */
const PATIENCE = 2_000

/** How long something takes, in seconds. */
export function secondsOf<Label extends string>(
  name: string,
  help: string,
  buckets: number[],
  labelNames: readonly Label[],
): Histogram<Label> {
  return new Histogram({ name, help, labelNames, buckets, registers: [registry] })
}

export interface Figure<Label extends string> {
  readonly labels?: Readonly<Record<Label, string>>
  readonly value: number
}

/**
 * Something that is looked up when it is asked for. Where it cannot be had it is left out: the last figure would say that all is well.
 */
export function gaugeOf<Label extends string = never>(
  name: string,
  help: string,
  look: () => Promise<readonly Figure<Label>[]> | readonly Figure<Label>[],
  labelNames: readonly Label[] = [],
): void {
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      this.reset()
      // Without labels a gauge says 0 until it is set.
      if (labelNames.length === 0) this.remove()
      const figures = await withTimeout(PATIENCE, undefined, (signal) => Promise.race([look(), whenAborted(signal)])).catch(() => [])
      for (const { labels, value } of figures) this.set((labels ?? {}) as Record<Label, string>, value)
    },
  })
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
}
