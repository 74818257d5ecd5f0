export const idOf = (card: Element): string => (card as HTMLElement).dataset['offer'] ?? ''

/** Until somebody has seen it. */
export const isOpen = (slot: HTMLElement): boolean => slot.dataset['lock'] === 'open'

export const cardsOf = (part: ParentNode): Element[] => [...part.querySelectorAll('[data-offer]')]

/** What stands on the page outside of a slot. */
export const elsewhere = (element: HTMLElement): Set<string> =>
  new Set(
    cardsOf(document)
      .filter((card) => !element.contains(card))
      .map(idOf),
  )

/** Those that are shown in a slot, and behind them those that wait. */
export const allOf = (element: HTMLElement): Element[] => [
  ...cardsOf(element),
  ...[...element.querySelectorAll('template')].flatMap(({ content }) => cardsOf(content)),
]

/** The first card of each product that is not `taken`; afterwards all of them are. */
export const eachOnce = (cards: readonly Element[], taken: Set<string>): Element[] =>
  cards.filter((card) => !taken.has(idOf(card)) && taken.add(idOf(card)))

/** As many cards as before, the given ones first and then those that were there; each once, none that stands elsewhere on the page. */
export function fill(element: HTMLElement, first: readonly Element[]): void {
  const cards = eachOnce([...first, ...allOf(element)], elsewhere(element))
  element.querySelector('ul')?.replaceChildren(...cards.slice(0, cardsOf(element).length))
}
