import type { NeedMet } from '#app/rules/need.ts'
import type { Texts } from '#app/slots/note.ts'

/** What a card says in the shopper's language. */
export interface ShopperLine {
  readonly words: string
  /** The language that they are in: English where the theme's block does not speak the shopper's. */
  readonly language: string
}

/** A phrase for each of a language's own plural forms; `other` where it has no more. */
type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

interface BlockWords {
  readonly tandem: { readonly need: { readonly pack: string; readonly packs: Plural } }
}

const DEFAULT = 'en'

/** The theme's block brings its words along; there are no others. */
const files = import.meta.glob<BlockWords>(['/extensions/theme-blocks/locales/*.json', '!/extensions/theme-blocks/locales/*.schema.json'], {
  eager: true,
  import: 'default',
})
const spoken = new Map(Object.entries(files).map(([path, words]) => [path.slice(path.lastIndexOf('/') + 1).split('.', 1)[0]!, words]))

/** What the block can speak, English first. */
export const BLOCK_LANGUAGES: readonly string[] = [...spoken.keys()].toSorted((a, b) => Number(b === DEFAULT) - Number(a === DEFAULT))

/** Why a card is offered, as the block writes it: what the merchant has switched on, or else how many packs meet a need; null where neither is. */
export function sayToShopper(texts: Texts | undefined, need: NeedMet | undefined, wanted: string): ShopperLine | null {
  const language = wanted.toLowerCase().split('-', 1)[0]!
  const words = texts?.[language]
  if (words !== undefined) return { words, language }
  return need ? sayNeedToShopper(need, wanted) : null
}

/** The line of a card whose packs meet a need, as the block's `offer-card` writes it. */
export function sayNeedToShopper({ takes, holds, packs, of }: NeedMet, wanted: string): ShopperLine {
  const language = BLOCK_LANGUAGES.find((one) => one.toLowerCase() === wanted.toLowerCase()) ?? DEFAULT
  const values = { takes: of === undefined ? String(takes) : `${takes} × ${of}`, holds, count: packs }
  const { pack, packs: several } = spoken.get(language)!.tandem.need
  const sentence = packs > 1 ? (several[new Intl.PluralRules(language).select(packs)] ?? several.other) : pack
  return { language, words: sentence.replace(/\{\{ (\w+) \}\}/g, (_, name) => String(values[name as keyof typeof values])) }
}
