import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cardMarkup, type Words } from './card-markup.ts'

/** The language whose words stand where another has none. */
const FIRST = 'en'

/** The theme's card in a language, as an answer of ours may hold it. */
export type MarkupIn = (language: string | undefined) => string

/** Reads the card and the words of the theme's blocks, once. Throws where they cannot be read. */
export function readCardMarkup(folder = resolve('extensions/theme-blocks')): MarkupIn {
  const part = (name: string) => readFileSync(join(folder, `snippets/${name}.liquid`), 'utf8')
  const snippet = withPrice(part('offer-card'), part('offer-price'))
  const locales = join(folder, 'locales')
  const words = new Map<string, Words>()
  for (const file of readdirSync(locales)) {
    const [name = ''] = file.split('.')
    if (!file.endsWith('.schema.json')) words.set(name.toLowerCase(), JSON.parse(readFileSync(join(locales, file), 'utf8')) as Words)
  }
  const first = words.get(FIRST)
  if (!first) throw new Error(`The blocks of the theme have no words in ${FIRST}`)
  const markups = new Map([...words].map(([name, own]) => [name, cardMarkup(snippet, { name, words: own, first })]))
  return (language = FIRST) => markups.get(language) ?? markups.get(language.split('-', 1)[0]!) ?? markups.get(FIRST)!
}

const PRICE = /\{%-? render 'offer-price'[^%]*%\}/

/** An answer has no snippets to render: the price, which takes the card's variables by their own names, stands in its place. */
function withPrice(card: string, price: string): string {
  const drawn = price.replace(/\{%-? doc -?%\}[\s\S]*?\{%-? enddoc -?%\}/, '')
  if (!PRICE.test(card)) throw new Error('The card of the theme’s blocks draws no price')
  return card.replace(PRICE, () => drawn)
}
