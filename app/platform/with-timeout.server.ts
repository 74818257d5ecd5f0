/**
 * Does work that ends with the signal or after so many milliseconds, whichever comes first. `AbortSignal.any` and
 * `AbortSignal.timeout` may be collected as garbage while a request still counts on them; a timer holds on to its controller.
 */
export async function withTimeout<Result>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(new Error(`No answer within ${milliseconds} ms`)), milliseconds)
  const follow = (): void => ending.abort(signal?.reason)
  if (signal?.aborted) follow()
  signal?.addEventListener('abort', follow)
  try {
    return await work(ending.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', follow)
  }
}
