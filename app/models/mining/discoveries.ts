/**
 * Which of many tests found something, so that of all that are reported a share of `rate` at most is expected to be luck
 * (Benjamini and Hochberg 1995, valid for tests that lean the same way, as Benjamini and Yekutieli showed in 2001). Where
 * there is nothing to find, that is also the probability of reporting anything. Takes the logarithms of the p-values of
 * those tests that came out low; the others, up to `tests` in all, found nothing. Returns the greatest logarithm that
 * counts as found; -Infinity where none does.
 */
export function discoveryThreshold(logs: readonly number[], tests: number, rate: number): number {
  const ascending = logs.toSorted((a, b) => a - b)
  for (let place = ascending.length; place > 0; place--) {
    if (ascending[place - 1]! <= Math.log((rate * place) / Math.max(tests, ascending.length))) return ascending[place - 1]!
  }
  return -Infinity
}
