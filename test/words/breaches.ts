/** A string that people read. */
export interface Said {
  /** Of the repository. */
  readonly file: string
  readonly key: string
  readonly text: string
  /** Whether it is English: of other languages only the length is looked at. */
  readonly isEnglish: boolean
}

export interface Breach {
  readonly rule: 'length' | 'we' | 'sentence-case' | 'term'
  readonly what: string
}

/** A term of the code's for which pages have another word, as the glossary says. */
export interface Term {
  readonly term: string
  readonly onPages: string
}

const MOST_LETTERS = 300
const MOST_WORDS = 30
/** What the app holds and may do is told by those who do it; everywhere else a sentence is about the merchant. */
const SPEAKS_FOR_ITSELF = /^(data|leave|privacy|requests|gainsaid|scope)\./
/** Names that are written with a capital wherever they stand: of companies, languages, keys and pages. */
const NAMES =
  /\b(Shopify(’s)?|Tandem(’s)?|Search & Discovery|Settings|Privacy( & permissions)?|Discounts|Rules|Checkout|Customize|English|Space|Size)\b/g
/** In these words a term means what everybody means by it. */
const ORDINARY = /\b(gift[- ]cards?|memory cards?|(free|delivered) delivery|delivery|note|reason)\b/gi

/** What of a string breaks the rules that can be checked (docs/recipes/words.md). */
export function breachesOf({ key, text, isEnglish }: Said, terms: readonly Term[]): Breach[] {
  const plain = text.replace(/\{\{?\s*\w+\s*\}?\}/g, '0').replace(/<[^>]*>/g, '')
  const sentences = plain.split(/(?<=[.!?])\s+/)
  const long = sentences.map((sentence) => sentence.split(/\s+/).length).filter((words) => words > MOST_WORDS)
  const found: Breach[] = []
  if (plain.length > MOST_LETTERS) found.push({ rule: 'length', what: `${plain.length} letters, not ${MOST_LETTERS}` })
  if (!isEnglish) return found
  for (const words of long) found.push({ rule: 'length', what: `a sentence of ${words} words, not ${MOST_WORDS}` })
  const we = /\b(we|our|ours|us)\b/i.exec(plain)?.[0]
  if (we && we !== 'US' && !SPEAKS_FOR_ITSELF.test(key)) found.push({ rule: 'we', what: `“${we}”` })
  for (const word of capitals(sentences)) found.push({ rule: 'sentence-case', what: `“${word}” with a capital` })
  const checked = plain.replace(ORDINARY, '')
  for (const { term, onPages } of terms)
    if (new RegExp(`\\b${term}s?\\b`, 'i').test(checked)) found.push({ rule: 'term', what: `“${term}”: pages say “${onPages}”` })
  return found
}

/** Words with a capital that begin no sentence, no quotation and nothing behind a colon or a dot between two parts. */
function capitals(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) =>
    [...sentence.replace(NAMES, 'x').matchAll(/(?<=[^\s“:·>(0][)”’,;]?\s)[A-Z][a-z]+/g)].map(([word]) => word),
  )
}

/** The terms that no page says: those of a glossary's first column that stand in no cell of its last. */
export function termsOf(glossary: string): Term[] {
  const rows = glossary
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const onPages = rows.map((cells) => cells.at(-2)!)
  return rows.flatMap((cells) => {
    const term = cells[1]!.replace(/s$/, '')
    const isSaid = onPages.some((cell) => new RegExp(`\\b${term}s?\\b`).test(cell))
    return isSaid ? [] : [{ term, onPages: cells.at(-2)! === '–' ? 'nothing of it' : cells.at(-2)! }]
  })
}
