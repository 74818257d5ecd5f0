import type { MerchantMetafield, Product, SellingPlan } from '../shop.ts'

/** One article as its product line describes it, before it has ids, a handle and a place on the shelf. */
export interface Good {
  readonly title: string
  readonly type: string
  readonly vendor: string
  /** Minor units. */
  readonly price: number
  /** Plain text, one or two sentences. */
  readonly story: string
  readonly tags: readonly string[]
  readonly specs?: readonly MerchantMetafield[]
  /** Plain text by its label, in a list below the story. */
  readonly details?: Readonly<Record<string, string>>
  readonly choices?: readonly Choice[]
  /** How it can be had again and again. */
  readonly plans?: readonly Omit<SellingPlan, 'id'>[]
  /** What is out of the ordinary; all else is drawn. */
  readonly shelf?: Shelf
}

export interface Choice {
  readonly name: string
  readonly values: readonly string[]
  /** Minor units added to the price, one for each value. */
  readonly surcharges?: readonly number[]
}

export interface Shelf {
  readonly compareAtPrice?: number
  readonly stock?: number | null
  readonly continueSelling?: boolean
  readonly status?: Product['status']
  readonly published?: boolean
  readonly isGiftCard?: boolean
  readonly requiresSellingPlan?: boolean
  readonly hasPicture?: boolean
  /** Days since it was created. */
  readonly age?: number
}

export const colours = (...values: string[]): Choice => ({ name: 'Colour', values })
