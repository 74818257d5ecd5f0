import { luckOf, type Luck } from '../luck.ts'
import { cleanDraft, LANGUAGES, WORDS, type Draft, type PlantedKind } from './draft.ts'
import { planted } from './plant.ts'
import { TRICKS } from './tricks.ts'

const PLANTED = Object.keys(WORDS.en.kinds) as PlantedKind[]
/** In how many ways a draft is spoilt. */
export const KINDS: readonly string[] = [...PLANTED, ...Object.keys(TRICKS)]

/** Nothing is wrong with them; in each language as many. */
export function cleanDrafts(seed: string, count: number): Draft[] {
  const luck = luckOf(seed)
  return Array.from({ length: count }, (_, at) => cleanDraft(luck, LANGUAGES[at % LANGUAGES.length]!))
}

/** Each says something that nobody has said to be true, or tries to; in each language and of each kind as many. */
export function adversarialDrafts(seed: string, count: number): Draft[] {
  const luck = luckOf(seed)
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[Math.floor(at / LANGUAGES.length) % KINDS.length]!
    for (;;) {
      const spoilt = spoil(kind, cleanDraft(luck, LANGUAGES[at % LANGUAGES.length]!), luck)
      if (spoilt) return spoilt
    }
  })
}

function spoil(kind: string, clean: Draft, luck: Luck): Draft | undefined {
  const phrases = WORDS[clean.about.locale].kinds[kind as PlantedKind] as readonly string[] | undefined
  return phrases ? planted(clean, kind, luck.pick(phrases), luck) : TRICKS[kind]!(clean, luck)
}
