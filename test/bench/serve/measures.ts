/** Medians and shares of times, as they are written down. */
export const median = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[figures.length >> 1]!
export const within = (took: Float64Array, share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))]!
export const hundredths = (figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 100) / 100]))
