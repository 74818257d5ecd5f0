const ID = '[1-9]\\d{0,15}'
/** One element more and the whole is refused: a cart beyond that is no shopper's, or somebody tries us out. */
export const MOST_LINES = 500
export const MOST_SEEN = 100

/** What the block may ask for, and what each parameter may look like; `read-ask.ts` reads them. */
export const ASKS: Readonly<Record<string, RegExp>> = {
  product: new RegExp(`^${ID}$`),
  placement: /^[a-z-]{1,40}$/,
  /** Counted from 1, as the theme's editor counts them. */
  slot: /^[1-9]$/,
  /** `ID:QUANTITY` a line; nothing for an empty cart. Who says nothing of the cart leaves it open. */
  cart: new RegExp(`^(?:${ID}:\\d{1,6}(?:,${ID}:\\d{1,6}){0,${MOST_LINES - 1}})?$`),
  /** Nothing where the shop has no markets. */
  market: /^[\p{L}\p{N}_-]{0,255}$/u,
  language: /^[A-Za-z0-9-]{2,35}$/,
  /** Products that stand on the page already, or were offered and passed over. */
  seen: new RegExp(`^(?:${ID}(?:,${ID}){0,${MOST_SEEN - 1}})?$`),
  /** Which guards of each page hold, by their places, behind what marks them: only Liquid knows a cart's products and a customer's tags. */
  so: /^[0-9a-f]{8}(?:\.\d{1,2}){0,50}(?:,[0-9a-f]{8}(?:\.\d{1,2}){0,50}){0,49}$/,
  /** On a collection's page: which of the page's products it holds. */
  held: new RegExp(`^(?:${ID}(?:,${ID}){0,49})?$`),
  /** Drawn by Shopify, instead of named. */
  as: /^liquid$/,
  /** Whether what is drawn shows prices. */
  prices: /^[01]$/,
}
