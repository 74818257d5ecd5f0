import type { Hole } from '../sentences/hole.ts'

/** What the checks have against a sentence. */
export type CopyFault =
  /** It has a brace that belongs to no hole. */
  | { readonly kind: 'loose-brace' }
  /** A hole that nothing fills there. */
  | { readonly kind: 'unknown-hole'; readonly hole: string }
  /** The sentence has no hole for what it is about. */
  | { readonly kind: 'no-hole'; readonly facet: Hole }
  /** A hole for which the product has no fact. */
  | { readonly kind: 'no-fact'; readonly facet: Hole }
  /** A letter stands against a hole: the word would be another one. */
  | { readonly kind: 'joined-hole' }
  /** Figures, quotation marks, markup, signs of money and whatever else is no plain sentence. */
  | { readonly kind: 'signs'; readonly signs: string }
  | { readonly kind: 'claim'; readonly of: ClaimKind; readonly word: string }
  /** Words that claim nothing by themselves, put together so that they say more than the facts: "made here". */
  | { readonly kind: 'no-fact-says'; readonly words: string }
  /** Words of a fact outside its hole, where they would stay when the fact changes. */
  | { readonly kind: 'fact-outside-hole'; readonly words: readonly string[] }
  /** Words that nobody has approved: a question to the merchant. */
  | { readonly kind: 'unknown-words'; readonly words: readonly string[] }
  | { readonly kind: 'never-said'; readonly words: string }
  | { readonly kind: 'length'; readonly graphemes: number }

export const CLAIM_KINDS = ['urgency', 'stock', 'health', 'legal', 'praise'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]
