import type { Product } from '#app/commerce/product.ts'
import type { Key } from '#app/rules/conditions/kind.ts'

/** What a merchant fills in for a join, under the name it bears there. */
export interface JoinField {
  readonly name: string
  readonly kind: 'metafield' | 'option' | 'prefix' | 'percent'
}

/**
 * How an offered product must be tied to the one that is looked at: by what both bear, or by what the one gives and the
 * other admits. Its words are `join.KIND` of the locale file.
 */
export type JoinKind<Args extends { readonly kind: string }> = {
  readonly kind: Args['kind']
  readonly fields: readonly JoinField[]
} & (
  | {
      readonly by: 'keys'
      /** The two are tied where one key is the same; a product without keys is tied to none. */
      readonly ofTrigger: (product: Product, join: Args) => readonly Key[]
      readonly ofOffered: (product: Product, join: Args) => readonly Key[]
    }
  | {
      readonly by: 'number'
      /** Undefined where the product has none: then nothing is tied to it. */
      readonly given: (trigger: Product, join: Args) => number | undefined
      readonly admits: (given: number, offered: Product, join: Args) => boolean
    }
)
