import { AsyncLocalStorage } from 'node:async_hooks'
import { env } from '../env.server.ts'
import type { BeginSpan, OpenSpan, SpanKind, Traits } from './span.ts'

/** Milliseconds that who is ending waits for a collector. */
const PATIENCE = 3_000

let begin: BeginSpan | undefined
let stop = (): Promise<void> => Promise.resolve()
const under = new AsyncLocalStorage<OpenSpan>()

/**
 * Has this process tell what it does to an OpenTelemetry collector, where OTEL_EXPORTER_OTLP_ENDPOINT names one. Where none is named
 * nothing of OpenTelemetry is loaded, and every function here does nothing.
 */
export async function openTraces(service: string): Promise<void> {
  if (!areTracesTold()) return
  const { tellCollector } = await import('./tell-collector.server.ts')
  ;({ begin, stop } = tellCollector(service, env.OTEL_TRACES_SAMPLER_ARG))
}

export const areTracesTold = (): boolean => env.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined

/**
 * Begins a span within what is under way here, or within a request that another process has: its `traceparent`. Undefined where nobody
 * is told.
 */
export function openSpan(name: string, kind: SpanKind, traits: Traits = {}, ofElsewhere?: string): OpenSpan | undefined {
  const parent = ofElsewhere === undefined ? under.getStore() : { traceparent: ofElsewhere, ofRequest: true }
  return begin?.(name, kind, traits, parent)
}

/** Whatever `work` does, and what it starts, belongs to the span. */
export function inSpan<Result>(span: OpenSpan | undefined, work: () => Result): Result {
  return span ? under.run(span, work) : work()
}

/** The span that what happens here belongs to. */
export const spanUnderWay = (): OpenSpan | undefined => under.getStore()

/** Tells what has ended and was not told yet. */
export async function closeTraces(): Promise<void> {
  await Promise.race([stop(), new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())])
}
