import { FACETS, type Facet } from '../facts/facet.ts'

/** What a card says of a need: how many pieces it takes, how many a pack holds, and how many packs that makes. */
export const AMOUNTS = ['takes', 'holds', 'packs'] as const
export type Amount = (typeof AMOUNTS)[number]

/** What a sentence can leave open, to be filled from what is true. */
export const HOLES = [...FACETS, ...AMOUNTS] as const
export type Hole = (typeof HOLES)[number]

/** What a card can say: that one pack is enough, how many it takes, or what it has in common with the product that it stands beside. */
export const CARD_FACETS = ['holds', 'packs', 'power', 'fit', 'material', 'size', 'use', 'make'] as const
export type CardFacet = (typeof CARD_FACETS)[number]

/** Over a slot: where it stands, or what chose all that it shows. */
export const HEADINGS = ['beside', 'matching', 'together', 'alike', 'popular', 'cart', 'anywhere', 'checkout', 'after'] as const
export type Heading = (typeof HEADINGS)[number]

/** What a sentence is about. */
export const TOPICS = [...HOLES, ...HEADINGS] as const
export type Topic = (typeof TOPICS)[number]

/** Said on the product's own page to anybody; there to somebody who has looked at the like; on its card beside another product; over a slot. */
export const PAGE_TONES = ['neutral', 'fitted'] as const
export const TONES = [...PAGE_TONES, 'card', 'heading'] as const
export type Tone = (typeof TONES)[number]

/** Where a sentence belongs: what it is about, and where it is said. */
export type Place =
  | { readonly facet: Facet; readonly tone: (typeof PAGE_TONES)[number] }
  | { readonly facet: CardFacet; readonly tone: 'card' }
  | { readonly facet: Heading; readonly tone: 'heading' }

export const PLACES: readonly Place[] = [
  ...FACETS.flatMap((facet) => PAGE_TONES.map((tone) => ({ facet, tone }))),
  ...CARD_FACETS.map((facet) => ({ facet, tone: 'card' }) as const),
  ...HEADINGS.map((facet) => ({ facet, tone: 'heading' }) as const),
]

/** The place of a sentence that is kept; undefined where no sentence belongs there. */
export const placeOf = (facet: Topic, tone: Tone): Place | undefined => PLACES.find((one) => one.facet === facet && one.tone === tone)

export const isAmount = (hole: Topic): hole is Amount => AMOUNTS.some((one) => one === hole)

/** The holes that can be filled at a place: none over a slot. On a card nothing is known of a product but what ties it to the one that it stands beside. */
export function holesAt({ facet, tone }: Place): readonly Hole[] {
  if (tone === 'heading') return []
  if (tone !== 'card') return FACETS
  return isAmount(facet) ? AMOUNTS : [facet]
}
