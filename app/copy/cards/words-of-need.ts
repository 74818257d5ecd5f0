import type { NeedMet } from '#app/rules/need.ts'
import { wordsOfFact } from '../facts/words-of-fact.ts'
import type { Amount } from '../sentences/hole.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import packs from './packs.json' with { type: 'json' }
import type { Tie } from './tie-of.ts'

type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/**
 * What fills the holes of a sentence about a need: "4 × AA", "8", "2 packs". `of` is what the pieces are, where the two products are tied by
 * it; in a language that has no word for it, it is left out.
 */
export function wordsOfNeed(
  { takes, holds, packs: count }: Pick<NeedMet, 'takes' | 'holds' | 'packs'>,
  of: Tie | undefined,
  locale: CopyLocale,
  own: CopyLocale,
): Readonly<Record<Amount, string>> {
  const pieces = of && wordsOfFact(of, locale, own)
  const taken = pieces === undefined ? String(takes) : `${takes} × ${pieces}`
  const plural: Plural = packs[locale]
  const counted = plural[new Intl.PluralRules(locale).select(count)] ?? plural.other
  return {
    // A figure and a name in Latin letters would change places among Arabic words.
    takes: locale === 'ar' && pieces !== undefined ? `\u2068${taken}\u2069` : taken,
    holds: locale === 'ja' ? `${holds}個入り` : String(holds),
    packs: counted.replace('{n}', String(count)),
  }
}
