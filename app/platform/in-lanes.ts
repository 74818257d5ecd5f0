/**
 * Does the work for every part, so many at a time, in their order. After a first failure no further part is begun; those
 * under way come to their end, then the failure is thrown.
 */
export async function inLanes<Part>(lanes: number, parts: readonly Part[], work: (part: Part) => Promise<void>): Promise<void> {
  const waiting = parts.values()
  let failure: { readonly thrown: unknown } | undefined
  const lane = async (): Promise<void> => {
    for (const part of waiting) {
      try {
        await work(part)
      } catch (thrown) {
        failure ??= { thrown }
      }
      if (failure) return
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failure) throw failure.thrown
}
