/** Numbers, outcomes and names of ours: nothing that a shop, a shopper or an address says. */
export type Traits = Readonly<Record<string, string | number>>

/** A request or a job that comes from elsewhere, something asked of another process, or a part of one of these. */
export type SpanKind = 'request' | 'job' | 'asked' | 'part'

/** What something is part of, wherever that is done. */
export interface Parent {
  /** Names a span as the header of W3C Trace Context does: 00-<trace>-<span>-<flags>. */
  readonly traceparent: string
  /** Whether it is a request, or part of one. */
  readonly ofRequest: boolean
}

/** Something that is under way and will be told of once it has ended. */
export interface OpenSpan extends Parent {
  readonly traceId: string
  end(traits?: Traits, hasFailed?: boolean): void
}

export type BeginSpan = (name: string, kind: SpanKind, traits: Traits, parent: Parent | undefined) => OpenSpan
