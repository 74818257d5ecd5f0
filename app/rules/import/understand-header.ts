/** By what the cells of a column name products; `anything` is whatever of these fits. */
export type NamedBy = 'handle' | 'id' | 'sku' | 'title' | 'anything'

export interface Column {
  /** Counted from 0. */
  readonly at: number
  readonly header: string
  readonly by: NamedBy
}

/** What the columns of a file hold. */
export interface Understood {
  /** The product beside which something is offered. */
  readonly beside: Column
  /** What is offered there, in the order of the columns. */
  readonly offered: readonly Column[]
  /** Headers of columns that are not read. */
  readonly ignored: readonly string[]
}

/** Words by which other apps head the columns of what is offered. */
const OFFERED = /recommend|related|up ?sell|cross|complement|offer|add ?on|companion|together|suggest|linked|accessor|\bpairs?\b|target/
/** Words that head the column of the product itself, the surest first. */
const BESIDE = [
  /^(main|source|trigger|parent|base|current|original)\b/,
  /\bhandle\b/,
  /\bg?id\b/,
  /\bsku\b/,
  /^(shop |shopify )?(product|item)$/,
  /\b(title|name)\b/,
]
/** Columns that say something else about what another column names. */
const ABOUT =
  /\b(price|image|count|type|vendor|position|rank|score|quantity|discount|status|date|enabled|settings?|display|category|option\d*)\b/
/** Where several columns name the same products, the surest of them is read. */
const SUREST: readonly NamedBy[] = ['handle', 'id', 'sku', 'anything', 'title']

/** Tells from a file's first row what its columns hold; undefined where none names a product, or none what is offered. */
export function understandHeader(cells: readonly string[]): Understood | undefined {
  const columns = cells.map((header, at) => ({ at, header, words: wordsOf(header), by: namedBy(wordsOf(header)) }))
  const naming = columns.filter(({ words }) => words !== '' && !ABOUT.test(words))
  const offering = naming.filter(({ words }) => OFFERED.test(words) && !BESIDE[0]!.test(words))
  const beside = BESIDE.flatMap((sign) => naming.filter((column) => sign.test(column.words) && !offering.includes(column)))[0]
  // Shopify's own export of products lists what is similar beside what completes.
  const complements = offering.filter(({ words }) => words.includes('complement'))
  const wanted = complements.length > 0 ? complements : offering
  const by = SUREST.find((one) => wanted.some((column) => column.by === one))
  const offered = wanted.filter((column) => column.by === by)
  if (!beside || offered.length === 0) return undefined
  return {
    beside: columnOf(beside),
    offered: offered.map(columnOf),
    ignored: columns.filter((column) => column !== beside && !offered.includes(column)).map(({ header }) => header),
  }
}

const columnOf = ({ at, header, by }: Column): Column => ({ at, header, by })

/** "Recommended_productHandle" is "recommended product handle". */
function wordsOf(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function namedBy(words: string): NamedBy {
  if (/\b(handles?|urls?)\b/.test(words)) return 'handle'
  if (/\bskus?\b/.test(words)) return 'sku'
  if (/\bg?ids?\b/.test(words)) return 'id'
  return /\b(titles?|names?)\b/.test(words) ? 'title' : 'anything'
}
