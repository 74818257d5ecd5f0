import type { PairingSource } from '#app/rules/import/draft-pairing.ts'

/** An import as a page of the admin names it. */
export interface Imported {
  readonly source: PairingSource
  /** ISO 8601. */
  readonly at: string
}

/** How many drafts were made, and of which import; null where none was. */
export interface Made {
  readonly kind: 'made'
  readonly made: number
  readonly imported: Imported | null
}

/** An import that can be taken back: how many drafts it made, and how many of them would go. */
export interface ListedImport extends Imported {
  readonly drafts: number
  readonly untouched: number
}
