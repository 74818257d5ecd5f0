/** What a merchant has set of a block in the editor of Shopify's pages. */
export interface BlockSettings {
  /** Undefined: our own words. */
  readonly heading: string | undefined
  readonly cards: number
  readonly showsPrice: boolean
  /** Leaves out what stands below the order's lines. */
  readonly isBesideLines: boolean
}

const MOST_CARDS = 3

/** Whatever is missing, or is none of what may be chosen, is as if nobody had chosen. */
export function readSettings(settings: Readonly<Record<string, unknown>>): BlockSettings {
  const { heading, cards, hide_prices: hidesPrices, not_nested: isBesideLines } = settings
  const most = Math.trunc(Number(cards))
  return {
    heading: typeof heading === 'string' && heading.trim() !== '' ? heading.trim() : undefined,
    cards: most >= 1 && most <= MOST_CARDS ? most : MOST_CARDS,
    showsPrice: hidesPrices !== true,
    isBesideLines: isBesideLines === true,
  }
}
