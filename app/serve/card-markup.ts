import { liquidText } from './liquid-text.ts'

/** Words by key: a text, or further words. */
export interface Words {
  readonly [key: string]: string | Words
}

/** One language of the theme's blocks; what it lacks is said as in the first language. */
export interface Language {
  readonly name: string
  readonly words: Words
  readonly first: Words
}

const DOC = /\{%-?\s*doc\s*-?%\}[\s\S]*?\{%-?\s*enddoc\s*-?%\}\s*/
const SAID_WITH = /\{\{(-?)\s*'([\w.]+)' \| t: ([^}]+)\}\}/g
const SAID = /'([\w.]+)' \| t(?![\w:])/g
const NOTE = /\bnote(?:\.\w+)+/g
/** Whole numbers up to here have their plurals one by one, those above have them by what is left of a hundred. */
const HUNDRED = 100

/**
 * The theme's card as Liquid that stands alone: where an app's own answer is drawn there are neither its snippets nor its words. The
 * words of one language stand in it, and what was `note.by` is `note_by`. Throws where words are left that it does not understand.
 */
export function cardMarkup(snippet: string, language: Language): string {
  const markup = snippet
    .replace(DOC, '')
    .replace(SAID_WITH, (_, before: string, key: string, values: string) => {
      const tags = saidWith(wordsOf(key, language), readValues(values), key.endsWith('_html'), language.name)
      return trimmed(tags, before, values.endsWith('-') ? '-' : '')
    })
    .replace(SAID, (_, key: string) => liquidText(phraseOf(wordsOf(key, language))))
    .replace(NOTE, (path) => path.replaceAll('.', '_'))
  const left = markup.split('\n').find((line) => /\| t\b/.test(line))
  if (left) throw new Error(`The card says something that is not understood: ${left.trim()}`)
  return markup.trim()
}

function wordsOf(key: string, { words, first }: Language): string | Words {
  const look = (tree: Words) =>
    key.split('.').reduce<string | Words | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), tree)
  const found = look(words) ?? look(first)
  if (found === undefined) throw new Error(`There are no words for ${key}`)
  return found
}

function phraseOf(words: string | Words): string {
  const phrase = typeof words === 'string' ? words : words['other']
  if (typeof phrase !== 'string') throw new Error('Words without a phrase')
  return phrase
}

/** `rating: stars, most: most_stars` by name. */
function readValues(values: string): ReadonlyMap<string, string> {
  return new Map(
    values
      .replace(/-$/, '')
      .split(',')
      .map((one) => one.split(':').map((part) => part.trim()) as [string, string]),
  )
}

/** Tags, next to each other, that write a phrase with its values. */
function saidWith(words: string | Words, values: ReadonlyMap<string, string>, isHtml: boolean, language: string): string {
  const write = (phrase: string) =>
    phrase
      .split(/\{\{\s*(\w+)\s*\}\}/)
      .map((part, at) => `{{ ${at % 2 === 0 ? liquidText(part) : `${values.get(part)}${isHtml ? '' : ' | escape'}`} }}`)
      .join('')
  const count = values.get('count')
  const other = phraseOf(words)
  if (typeof words === 'string' || count === undefined) return write(other)
  const cases = pluralsOf(language).flatMap(([plural, numbers]) => {
    const phrase = words[plural]
    return typeof phrase === 'string' && phrase !== other ? [`{%- when ${numbers.join(', ')} -%}${write(phrase)}`] : []
  })
  return [
    `{%- assign number = ${count} | plus: 0 -%}`,
    `{%- if number >= ${HUNDRED} -%}{%- assign number = number | modulo: ${HUNDRED} | plus: ${HUNDRED} -%}{%- endif -%}`,
    `{%- case number -%}${cases.join('')}{%- else -%}${write(other)}{%- endcase -%}`,
  ].join('')
}

/** The plurals of a language, and which of the numbers up to two hundred have each. */
function pluralsOf(language: string): [plural: string, numbers: number[]][] {
  const rules = new Intl.PluralRules(language)
  const numbers = new Map<string, number[]>()
  for (let number = 0; number < 2 * HUNDRED; number++) {
    const plural = rules.select(number)
    numbers.set(plural, [...(numbers.get(plural) ?? []), number])
  }
  return [...numbers]
}

/** The space around the tags is taken away where it was around the one that they stand for. */
function trimmed(tags: string, before: string, after: string): string {
  return tags.replace(/^(\{[{%])-?/, `$1${before}`).replace(/-?([}%]\})$/, `${after}$1`)
}
