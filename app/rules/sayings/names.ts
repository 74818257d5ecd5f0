import type { CollectionId } from '#app/commerce/ids.ts'

/** In letters. */
export const LONGEST_SAYING = 500

/** What a shop calls its goods, as far as a sentence can name it. */
export interface NamesForSaying {
  readonly types: readonly string[]
  readonly tags: readonly string[]
  readonly vendors: readonly string[]
  readonly collections: readonly { readonly id: CollectionId; readonly title: string }[]
  /** The values of each option, and of each metafield that is compared by its values. */
  readonly options: Readonly<Record<string, readonly string[]>>
  readonly metafields: Readonly<Record<string, readonly string[]>>
  /** Of amounts of money in the sentence. */
  readonly currency: string
}
