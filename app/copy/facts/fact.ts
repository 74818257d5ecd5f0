import { markOf } from '#app/slots/mark-of.ts'
import { foldWord, type Facet } from './facet.ts'

/** Where a fact is written, or who says so. */
export type FactSource =
  | { readonly kind: 'metafield'; readonly name: string }
  | { readonly kind: 'option'; readonly name: string }
  /** A line or row of its description, by what stands before the value. */
  | { readonly kind: 'description'; readonly name: string }
  | { readonly kind: 'vendor' }
  /** Its place among the prices of its type: this many products. */
  | { readonly kind: 'price'; readonly among: number }
  /** A person of the shop's staff. */
  | { readonly kind: 'person'; readonly by: string; readonly at: number }

/** Something that is true of a product. A product has at most one of a facet. */
export interface ProductFact {
  /** The same for as long as it is written in the same place: "metafield:specs.battery_size". */
  readonly id: string
  readonly facet: Facet
  /** As the shop writes it; of a price one of `PRICE_CLASSES`. */
  readonly value: string
  readonly source: FactSource
}

/** Of a value, as it can stand in a sentence: letters. */
export const LONGEST_VALUE = 40

export const PRICE_CLASSES = ['lower', 'middle', 'upper'] as const
export type PriceClass = (typeof PRICE_CLASSES)[number]

/** Changes when what is said changes, or where it is written. */
export const hashOfFact = ({ id, value }: Pick<ProductFact, 'id' | 'value'>): string => markOf(`${id}\n${value}`)

/** What two products have in common that say the same of a facet: "power:aa". */
export const facetKeyOf = ({ facet, value }: Pick<ProductFact, 'facet' | 'value'>): string => `${facet}:${foldWord(value).trim()}`
