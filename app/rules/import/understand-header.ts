import { saysOffered, saysSomethingElse, wordsOf } from './header-words.ts'
import { metafieldColumn, namesOffers } from './metafield-column.ts'

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

/** Words that head the column of the product itself, the surest first. */
const BESIDE = [
  /^(main|source|trigger|parent|base|current|original)\b/,
  /\bhandle\b/,
  /\bg?id\b/,
  /\bsku\b/,
  /\burl\b/,
  /^(shop |shopify )?(product|item)$/,
  /\b(title|name)\b/,
]
/** Where several columns name the same products, the surest of them is read. */
const SUREST: readonly NamedBy[] = ['handle', 'id', 'sku', 'anything', 'title']

/** Tells from a file's first row what its columns hold; undefined where none names a product, or none what is offered. */
export function understandHeader(cells: readonly string[]): Understood | undefined {
  const columns = cells.map(headedColumn)
  const offering = columns.filter(({ isOffered }) => isOffered)
  const beside = BESIDE.flatMap((sign) => columns.filter(({ words, mayBeBeside }) => mayBeBeside && sign.test(words)))[0]
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

function headedColumn(header: string, at: number) {
  const metafield = metafieldColumn(header)
  if (metafield) {
    const [name, key] = [wordsOf(metafield.name), wordsOf(metafield.key)]
    const words = `${name} ${key}`.trim()
    const isSaid = () => !saysSomethingElse(words) && [name, key].some((one) => saysOffered(one, { surely: true }))
    return { at, header, words, by: namedBy(words), isOffered: namesOffers(metafield) ?? isSaid(), mayBeBeside: false }
  }
  const words = wordsOf(header)
  const isOffered = saysOffered(words) && !BESIDE[0]!.test(words)
  return { at, header, words, by: namedBy(words), isOffered, mayBeBeside: !isOffered && !saysSomethingElse(words) }
}

const columnOf = ({ at, header, by }: Column): Column => ({ at, header, by })

function namedBy(words: string): NamedBy {
  if (/\b(handles?|urls?)\b/.test(words)) return 'handle'
  if (/\bskus?\b/.test(words)) return 'sku'
  if (/\bg?ids?\b/.test(words)) return 'id'
  return /\b(titles?|names?)\b/.test(words) ? 'title' : 'anything'
}
