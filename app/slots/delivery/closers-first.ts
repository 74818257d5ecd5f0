/**
 * What closes the gap to free delivery first, the cheapest such before dearer ones, and then the rest as it was; two of one price as they
 * were, too. `gap` is what is missing, in the unit of `worthOf`, which is undefined of what is not meant to close it. Nothing changes
 * where nothing is missing.
 */
export function closersFirst<Card>(
  cards: readonly Card[],
  gap: number | undefined,
  worthOf: (card: Card) => number | undefined,
): readonly Card[] {
  if (gap === undefined || gap <= 0) return cards
  const closers = cards.flatMap((card, at) => {
    const worth = worthOf(card)
    return worth !== undefined && worth >= gap ? [{ card, at, worth }] : []
  })
  if (closers.length === 0) return cards
  const places = new Set(closers.map(({ at }) => at))
  const first = closers.toSorted((a, b) => a.worth - b.worth)
  return [...first.map(({ card }) => card), ...cards.filter((_, at) => !places.has(at))]
}
