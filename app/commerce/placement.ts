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

/** What a page is about: that decides beside what something is offered there. An order is paid: nothing can be added to it. */
export const ABOUT = ['product', 'cart', 'order', 'shop'] as const
export type About = (typeof ABOUT)[number]

/** Plans of Shopify, as far as they decide which pages a shop can have blocks on. */
export const PLANS = ['starter', 'standard', 'plus'] as const
export type Plan = (typeof PLANS)[number]

/**
 * How a block of ours comes to a page: a merchant adds it to a template of the theme, or it stands on every page as an embed; what Shopify draws
 * itself is arranged in the checkout's editor.
 */
export type PlacedBy = { readonly block: string; readonly template: string } | 'embed' | 'checkout-editor'

interface PlacementFacts {
  readonly about: About
  /** Who draws the page: the theme in Liquid, or Shopify, which lets an extension of ours draw a part of it. */
  readonly drawnBy: 'theme' | 'shopify'
  /** The least plan on which a block can stand there. */
  readonly from: Plan
  /** How a block of ours comes there. */
  readonly placedBy: PlacedBy
  /** What the machine may be asked there. */
  readonly sources: readonly Source[]
  /** Its slots as long as the merchant has decided nothing. */
  readonly slots: readonly SlotMix[]
}

const BESIDE_PRODUCTS: readonly Source[] = ['rules', 'bought-together', 'look-alikes', 'next-for-you', 'buy-again', 'popular']
const BESIDE_NOTHING: readonly Source[] = ['rules', 'next-for-you', 'buy-again', 'popular']
const BESIDE_WHAT_IS_BOUGHT: readonly Source[] = ['rules', 'bought-together']
/** Beside a product the machine waits to be asked. */
const RULES_ALONE: readonly SlotMix[] = [{ lock: 'locked', sources: ['rules', 'bought-together'] }]
/** Where no product is looked at there is little to pair, and whoever places a block there wants it filled. */
const FOR_THE_SHOPPER: readonly SlotMix[] = [{ lock: 'open', sources: ['rules', 'next-for-you', 'buy-again', 'popular'] }]

const theme = { drawnBy: 'theme', from: 'starter' } as const
const besideProducts = { ...theme, sources: BESIDE_PRODUCTS, slots: RULES_ALONE } as const
const besideNothing = { ...theme, about: 'shop', sources: BESIDE_NOTHING, slots: FOR_THE_SHOPPER } as const
const inCheckout = { drawnBy: 'shopify', placedBy: 'checkout-editor', sources: BESIDE_WHAT_IS_BOUGHT, slots: RULES_ALONE } as const

/** Where in the shop slots stand. */
export const PLACEMENTS = {
  'product-page': { ...besideProducts, about: 'product', placedBy: { block: 'product-offers', template: 'product' } },
  'cart-page': { ...besideProducts, about: 'cart', placedBy: { block: 'cart-offers', template: 'cart' } },
  'cart-drawer': { ...besideProducts, about: 'cart', placedBy: 'embed' },
  home: { ...besideNothing, placedBy: { block: 'shop-offers', template: 'index' } },
  collection: { ...besideNothing, placedBy: { block: 'shop-offers', template: 'collection' } },
  search: { ...besideNothing, placedBy: { block: 'shop-offers', template: 'search' } },
  checkout: { ...inCheckout, about: 'cart', from: 'plus' },
  'thank-you': { ...inCheckout, about: 'order', from: 'standard' },
  'order-status': { ...inCheckout, about: 'order', from: 'standard' },
  account: { ...inCheckout, about: 'order', from: 'standard' },
} as const satisfies Readonly<Record<string, PlacementFacts>>

export type Placement = keyof typeof PLACEMENTS

export const EVERY_PLACEMENT = Object.keys(PLACEMENTS) as readonly Placement[]

/** Placements whose slots are published beside products: those of a cart or an order are filled from its products' own. */
export const BESIDE_A_PRODUCT: readonly Placement[] = EVERY_PLACEMENT.filter((placement) => PLACEMENTS[placement].about !== 'shop')

/** Placements that can be about no product: an empty cart is, too, but there is no checkout of one. */
export const BESIDE_NO_PRODUCT: readonly Placement[] = EVERY_PLACEMENT.filter((placement) => {
  const { about, drawnBy } = PLACEMENTS[placement]
  return about === 'shop' || (about === 'cart' && drawnBy === 'theme')
})

/** Placements that a shop on that plan has pages for. */
export function placementsOn(plan: Plan): readonly Placement[] {
  return EVERY_PLACEMENT.filter((placement) => PLANS.indexOf(PLACEMENTS[placement].from) <= PLANS.indexOf(plan))
}

/** Slots that one placement can have. */
export const MOST_SLOTS = 3

/** Cards that a slot of a theme's block shows unless the merchant has it show more or fewer. */
export const CARDS_AT_ONCE = 4
