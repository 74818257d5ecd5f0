/** Why a merchant does not want a rule. */
export const REASONS = ['unrelated', 'not-sold-so', 'otherwise', 'other'] as const

export interface Dismissal {
  readonly reason: (typeof REASONS)[number]
  /** In the merchant's own words, at most so many of them; empty where they said no more. */
  readonly note: string
}

/** Characters of a note. */
export const LONGEST_NOTE = 200
