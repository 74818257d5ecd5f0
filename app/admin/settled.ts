/**
 * What a fetcher was answered, once the page has been read again after it; undefined before. Only then may another page follow:
 * while the framework still finds out which files that one needs, it would take this page's data for the other's and draw
 * nothing at all.
 */
export function settled<Data>({
  state,
  data,
}: {
  readonly state: 'idle' | 'submitting' | 'loading'
  readonly data: Data
}): Data | undefined {
  return state === 'idle' ? data : undefined
}
