import { PRICE_CLASSES, type ProductFact } from '#app/copy/facts/fact.ts'
import { FACETS, type Facet } from '#app/copy/facts/facet.ts'
import type { Luck } from '../luck.ts'
import ar from './words/ar.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import es from './words/es.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import ja from './words/ja.json' with { type: 'json' }

/** What may be written about a product, in one language. */
export interface Words {
  readonly join: Readonly<Record<'comma' | 'stop' | 'gap' | 'colon', string>>
  readonly scenes: readonly Scene[]
  /** A word that somebody has said to be true of everything. */
  readonly lexicon: string
  /** Sentences as a good copywriter writes them; `<this>`, `<a>` and `<title>` are of the scene. */
  readonly clean: readonly string[]
  /** A fact, and the contrary of it. */
  readonly negated: readonly string[]
  /** A fact, in words of which each claims nothing, and which together do. */
  readonly twisted: readonly string[]
  /** What no fact says, by kind. */
  readonly kinds: Readonly<Record<PlantedKind, readonly string[]>>
  /** Words of a title that, taken out of it, claim what it does not. */
  readonly titled: readonly { readonly title: string; readonly type: string; readonly says: string }[]
}
export type PlantedKind = keyof typeof en.kinds

interface Scene {
  readonly title: string
  readonly type: string
  readonly this: string
  readonly a: string
  readonly facts: { readonly [Of in Facet]?: string | undefined }
}

export const WORDS = { en, de, fr, es, ja, ar } satisfies Record<string, Words>
export type Language = keyof typeof WORDS
export const LANGUAGES = Object.keys(WORDS) as Language[]

/** A sentence about a product, and all that a check may go by. */
export interface Draft {
  readonly kind: string
  readonly words: string
  readonly about: {
    readonly locale: Language
    readonly own: Language
    readonly facet: Facet
    readonly product: { readonly title: string; readonly type: string }
    readonly facts: readonly ProductFact[]
    readonly lexicon: ReadonlySet<string>
    readonly never: readonly string[]
  }
}

const NEVER = ['Luxus', 'bargain', 'exclusive deal', '激安', 'فاخر']

/** Nothing is wrong with it. Of a language and, where it is given, one of its scenes. */
export function cleanDraft(luck: Luck, locale: Language, scene: Scene = luck.pick<Scene>(WORDS[locale].scenes)): Draft {
  const { clean, lexicon }: Words = WORDS[locale]
  const pattern = luck.pick(clean.filter((one) => holesIn(one).every((facet) => scene.facts[facet] !== undefined)))
  return {
    kind: 'clean',
    words: inScene(pattern, scene),
    about: {
      locale,
      own: locale,
      facet: luck.pick(holesIn(pattern)),
      product: { title: scene.title, type: scene.type },
      facts: factsIn(scene),
      lexicon: new Set([lexicon]),
      never: NEVER,
    },
  }
}

const inScene = (pattern: string, scene: Scene): string =>
  pattern.replace(/<(this|a|title)>/giu, (_, name: string) => {
    const words = scene[name.toLowerCase() as 'this' | 'a' | 'title']
    return name[0] === name[0]!.toLowerCase() ? words : words[0]!.toUpperCase() + words.slice(1)
  })

export const holesIn = (words: string): Facet[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/gu)].flatMap(([, name]) => FACETS.find((facet) => facet === name) ?? [])

function factsIn({ facts }: Scene): ProductFact[] {
  return FACETS.flatMap((facet): ProductFact[] => {
    const value = facts[facet]
    if (value === undefined) return []
    if (facet === 'price')
      return PRICE_CLASSES.includes(value as never) ? [{ id: 'price', facet, value, source: { kind: 'price', among: 9 } }] : []
    if (facet === 'make') return [{ id: 'vendor', facet, value, source: { kind: 'vendor' } }]
    return [{ id: `metafield:specs.${facet}`, facet, value, source: { kind: 'metafield', name: `specs.${facet}` } }]
  })
}
