/** Who fills what a slot's rules and evidence may fill. `rules` are the merchant's; all others are the machine's. */
export const SOURCES = ['rules', 'bought-together', 'look-alikes', 'next-for-you', 'buy-again', 'popular'] as const
export type Source = (typeof SOURCES)[number]

/**
 * Who may fill a slot: the merchant's rules alone; the rules' offers in a model's order (`assisted`); the slot's sources in their
 * order (`open`); nobody.
 */
export const LOCKS = ['locked', 'assisted', 'open', 'off'] as const
export type Lock = (typeof LOCKS)[number]

/** One slot of a placement. */
export interface SlotMix {
  readonly lock: Lock
  /** In the order in which they fill an open slot; each once. */
  readonly sources: readonly Source[]
}

interface PlacementFacts {
  /** What a page there is about: that decides beside what something is offered. */
  readonly about: 'product' | 'cart' | 'shop'
  /** What the machine may be asked there. */
  readonly sources: readonly Source[]
  /** Its slots as long as the merchant has decided nothing. */
  readonly slots: readonly SlotMix[]
}

const BESIDE_PRODUCTS: readonly Source[] = ['rules', 'bought-together', 'look-alikes', 'next-for-you', 'buy-again', 'popular']
const BESIDE_NOTHING: readonly Source[] = ['rules', 'next-for-you', 'buy-again', 'popular']
/** Beside a product the machine waits to be asked. */
const RULES_ALONE: readonly SlotMix[] = [{ lock: 'locked', sources: ['rules', 'bought-together'] }]
/** Where no product is looked at there is little to pair, and whoever places a block there wants it filled. */
const FOR_THE_SHOPPER: readonly SlotMix[] = [{ lock: 'open', sources: ['rules', 'next-for-you', 'buy-again', 'popular'] }]

/** Where in the shop slots stand. */
export const PLACEMENTS = {
  'product-page': { about: 'product', sources: BESIDE_PRODUCTS, slots: RULES_ALONE },
  'cart-page': { about: 'cart', sources: BESIDE_PRODUCTS, slots: RULES_ALONE },
  'cart-drawer': { about: 'cart', sources: BESIDE_PRODUCTS, slots: RULES_ALONE },
  home: { about: 'shop', sources: BESIDE_NOTHING, slots: FOR_THE_SHOPPER },
  collection: { about: 'shop', sources: BESIDE_NOTHING, slots: FOR_THE_SHOPPER },
  search: { about: 'shop', sources: BESIDE_NOTHING, slots: FOR_THE_SHOPPER },
} as const satisfies Readonly<Record<string, PlacementFacts>>

export type Placement = keyof typeof PLACEMENTS

export const EVERY_PLACEMENT = Object.keys(PLACEMENTS) as readonly Placement[]

/** Placements whose slots are published beside products: those of a cart are filled from its products' own. */
export const BESIDE_A_PRODUCT: readonly Placement[] = EVERY_PLACEMENT.filter((placement) => PLACEMENTS[placement].about !== 'shop')

/** Placements that can be about no product: an empty cart is, too. */
export const BESIDE_NO_PRODUCT: readonly Placement[] = EVERY_PLACEMENT.filter((placement) => PLACEMENTS[placement].about !== 'product')

/** Slots that one placement can have. */
export const MOST_SLOTS = 3

/** The line item property that tells an order which slot sold a line. The underscore hides it from shoppers. */
export const SOLD_BY_PROPERTY = '_tandem'
