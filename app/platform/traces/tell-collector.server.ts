import { diag, DiagLogLevel, ROOT_CONTEXT, SpanKind as Kind, SpanStatusCode, trace, type Context } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import { log } from '../log.server.ts'
import type { BeginSpan, SpanKind } from './span.ts'

const KINDS: Readonly<Record<SpanKind, Kind>> = { request: Kind.SERVER, job: Kind.CONSUMER, asked: Kind.CLIENT, part: Kind.INTERNAL }
/** Milliseconds between two lines that say that a collector cannot be told: each batch would be one. */
const QUIET = 60_000

/**
 * The only file that knows OpenTelemetry. Where a collector is and how it is told, the exporter reads from the standard variables itself;
 * `share` of all traces are told.
 */
export function tellCollector(service: string, share: number): { begin: BeginSpan; stop: () => Promise<void> } {
  let quietUntil = 0
  const complain = (why: string): void => {
    if (Date.now() < quietUntil) return
    quietUntil = Date.now() + QUIET
    log.warn({ why }, 'Traces cannot be told')
  }
  diag.setLogger({ error: complain, warn: complain, info() {}, debug() {}, verbose() {} }, { logLevel: DiagLogLevel.WARN })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'process.pid': process.pid }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  const tracer = provider.getTracer('tandem')
  const begin: BeginSpan = (name, kind, traits, parent) => {
    const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...traits } }, contextOf(parent?.traceparent))
    const { traceId, spanId, traceFlags } = span.spanContext()
    return {
      ofRequest: kind === 'request' || (kind !== 'job' && parent?.ofRequest === true),
      traceId,
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end(more = {}, hasFailed = false) {
        span.setAttributes({ ...more })
        if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      },
    }
  }
  return { begin, stop: () => provider.shutdown().catch((error: Error) => complain(error.message)) }
}

function contextOf(parent: string | undefined): Context {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(parent ?? '') ?? []
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true })
}
