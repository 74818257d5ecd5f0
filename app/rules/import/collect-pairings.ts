import type { ProductId } from '#app/commerce/ids.ts'
import { MOST_OFFERED } from '../rule.ts'
import { LONGEST_CELL, MOST_CELLS, MOST_NAMES } from './bounds.ts'
import type { CsvRow } from './csv-rows.ts'
import type { FindProduct } from './find-product.ts'
import { namesIn, namesInCells, type NamesReader } from './names-in.ts'
import type { Pairing } from './pairing.ts'
import type { Understood } from './understand-header.ts'

/** Why something in a row was left out. */
export const REASONS = [
  'names-no-product',
  'no-such-product',
  'no-such-offer',
  'not-whole',
  'cut-off',
  'lost-letter',
  'beyond-header',
  'itself',
  'twice',
  'too-many-offers',
  'too-many-products',
  'too-many-cells',
  'cell-too-long',
  'too-many-names',
] as const
export type Reason = (typeof REASONS)[number]

/** What became of a row: how many pairs it made, and what of it was left out. A row that offers nothing has neither. */
export interface RowFate {
  readonly line: number
  readonly pairs: number
  readonly left: readonly { readonly cell: string; readonly why: Reason }[]
}

export interface Collecting {
  readonly take: (row: CsvRow) => RowFate
  readonly pairings: () => Pairing[]
}

/** Rules that one file may make: so many a merchant can still look over. */
export const MOST_PAIRINGS = 5_000

/** Characters of a cell that are told: longer is no name. */
const LONGEST_TOLD = 200

/**
 * Gathers the rows of a file into what stands beside each product: of any number of rows, no more is held than that. Cells beyond
 * the `width` of the header go on with its last column where that is offered and each one before it is read and cannot have been
 * cut; elsewhere nobody knows which of them is what.
 */
export function collectPairings({ beside, offered }: Understood, find: FindProduct, width: number): Collecting {
  const gathered = new Map<ProductId, ProductId[]>()
  const goesOn = offered.length + 1 === width && beside.at < width - 1

  function take({ line, cells }: CsvRow): RowFate {
    const cell = cells[beside.at] ?? ''
    const none = (what: string, why: Reason): RowFate => ({ line, pairs: 0, left: [{ cell: startOf(what), why }] })
    if (cells.length > MOST_CELLS) return none(cell, 'too-many-cells')
    const beyond = cells.slice(width).filter((one) => one !== '')
    const named = offered.map(({ at }) => cells[at] ?? '')
    if (named.every(isBlank) && beyond.length === 0) return { line, pairs: 0, left: [] }
    if (beyond.length > 0 && !goesOn) return none(beyond.join(' · '), 'beyond-header')
    const long = [cell, ...named, ...beyond].find(({ length }) => length > LONGEST_CELL)
    if (long !== undefined) return none(long, 'cell-too-long')
    if (cell === '') return none(named.find((one) => one !== '') ?? '', 'names-no-product')
    if (cell.includes('\uFFFD')) return none(cell, 'lost-letter')
    const product = find(cell, beside.by)
    if (product === undefined) return none(cell, 'no-such-product')
    if (beyond.length > 0 && (product.by === 'title' || product.by === 'sku')) return none(beyond.join(' · '), 'beyond-header')
    const names = offered.flatMap(({ at, by }) => {
      const reader: NamesReader = { find, by, besideBy: product.by }
      return at === width - 1 && beyond.length > 0 ? namesInCells([cells[at] ?? '', ...beyond], reader) : namesIn(cells[at] ?? '', reader)
    })
    if (names.length > MOST_NAMES) return none(cell, 'too-many-names')
    const offer = gathered.get(product.id) ?? []
    if (offer.length === 0 && gathered.size === MOST_PAIRINGS) return none(cell, 'too-many-products')
    const left: RowFate['left'][number][] = []
    for (const one of names) {
      const why = 'id' in one ? whyNot(one.id, product.id, offer) : one.why
      if (why) left.push({ cell: startOf(one.name), why })
      else if ('id' in one) offer.push(one.id)
    }
    if (offer.length > 0) gathered.set(product.id, offer)
    return { line, pairs: names.length - left.length, left }
  }

  return { take, pairings: () => [...gathered].map(([product, offer]) => ({ beside: product, offer })) }
}

/** A list may be empty and have its brackets all the same. */
const isBlank = (cell: string): boolean => ['', '[]'].includes(cell.replace(/[\s,;|"']+/g, ''))

/** As much of a cell as is told. */
function startOf(cell: string): string {
  return cell.length > LONGEST_TOLD ? `${cell.slice(0, LONGEST_TOLD)}…` : cell
}

function whyNot(id: ProductId, product: ProductId, offer: readonly ProductId[]): Reason | undefined {
  if (id === product) return 'itself'
  if (offer.includes(id)) return 'twice'
  return offer.length === MOST_OFFERED ? 'too-many-offers' : undefined
}
