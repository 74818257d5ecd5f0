import { AsyncLocalStorage } from 'node:async_hooks'

/** What a line of the log belongs to, wherever it is written: a request, in each process that has to do with it, or a job. */
export type LogContext = ({ readonly requestId: string } | { readonly jobId: string }) & {
  /** Of the trace that tells of it, where a collector is told. */
  readonly traceId?: string
}

const contexts = new AsyncLocalStorage<LogContext>()

/** Everything that is logged by `work`, and by what it starts, says to what it belongs. */
export function inLogContext<Result>(context: LogContext, work: () => Result): Result {
  return contexts.run(context, work)
}

export const logContext = (): LogContext | undefined => contexts.getStore()
