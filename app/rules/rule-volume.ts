/** How many rules a shop has, and the bytes of what they say. */
export interface RuleVolume {
  readonly rules: number
  readonly bytes: number
}

/** Nothing was changed: the shop would have more of `of` than it may. */
export interface TooMuch {
  readonly kind: 'too-much'
  readonly of: keyof RuleVolume
  readonly would: number
  readonly most: number
}

/** Why a change is not to be made. One that adds nothing may be, also where there is more than may be already. */
export function tooMuch(before: RuleVolume, after: RuleVolume, most: RuleVolume): TooMuch | undefined {
  const of = (['rules', 'bytes'] as const).find((one) => after[one] > most[one] && after[one] > before[one])
  return of && { kind: 'too-much', of, would: after[of], most: most[of] }
}
