import type { ProductId } from '#app/commerce/ids.ts'
import { MOST_OFFERED } from '../rule.ts'
import { LONGEST_CELL, MOST_CELLS, MOST_NAMES } from './bounds.ts'
import type { CsvRow } from './csv-rows.ts'
import type { FindProduct } from './find-product.ts'
import type { Pairing } from './pairing.ts'
import type { Understood } from './understand-header.ts'

/** Why something in a row was left out. */
export const REASONS = [
  'no-such-product',
  'nothing-offered',
  'no-such-offer',
  'itself',
  'twice',
  'too-many-offers',
  'too-many-products',
  'too-many-cells',
  'cell-too-long',
  'too-many-names',
] as const
export type Reason = (typeof REASONS)[number]

/** What became of a row: how many pairs it made, and what of it was left out. */
export interface RowFate {
  readonly line: number
  readonly pairs: number
  readonly left: readonly { readonly cell: string; readonly why: Reason }[]
}

export interface Gathering {
  readonly take: (row: CsvRow) => RowFate
  readonly pairings: () => Pairing[]
}

/** Rules that one file may make: so many a merchant can still look over. */
export const MOST_PAIRINGS = 5_000

/** Characters of a cell that are told: longer is no name. */
const LONGEST_TOLD = 200

/** Gathers the rows of a file into what stands beside each product: of any number of rows, no more is held than that. */
export function gatherPairings({ beside, offered }: Understood, find: FindProduct): Gathering {
  const gathered = new Map<ProductId, ProductId[]>()

  function take({ line, cells }: CsvRow): RowFate {
    const cell = cells[beside.at] ?? ''
    const none = (what: string, why: Reason): RowFate => ({ line, pairs: 0, left: [{ cell: startOf(what), why }] })
    if (cells.length > MOST_CELLS) return none(cell, 'too-many-cells')
    const long = [beside, ...offered].find(({ at }) => (cells[at]?.length ?? 0) > LONGEST_CELL)
    if (long) return none(cells[long.at]!, 'cell-too-long')
    const product = find(cell, beside.by)
    if (product === undefined) return none(cell, 'no-such-product')
    const names = offered.flatMap((column) => namesIn(cells[column.at] ?? '', (name) => find(name, column.by)))
    if (names.length > MOST_NAMES) return none(cell, 'too-many-names')
    if (names.length === 0) return none(cell, 'nothing-offered')
    const offer = gathered.get(product) ?? []
    if (offer.length === 0 && gathered.size === MOST_PAIRINGS) return none(cell, 'too-many-products')
    const left: RowFate['left'][number][] = []
    for (const { name, id } of names) {
      const why = id === undefined ? 'no-such-offer' : whyNot(id, product, offer)
      if (why) left.push({ cell: startOf(name), why })
      else offer.push(id!)
    }
    if (offer.length > 0) gathered.set(product, offer)
    return { line, pairs: names.length - left.length, left }
  }

  return { take, pairings: () => [...gathered].map(([product, offer]) => ({ beside: product, offer })) }
}

/** As much of a cell as is told. */
function startOf(cell: string): string {
  return cell.length > LONGEST_TOLD ? `${cell.slice(0, LONGEST_TOLD)}…` : cell
}

function whyNot(id: ProductId, product: ProductId, offer: readonly ProductId[]): Reason | undefined {
  if (id === product) return 'itself'
  if (offer.includes(id)) return 'twice'
  return offer.length === MOST_OFFERED ? 'too-many-offers' : undefined
}

interface Name {
  readonly name: string
  readonly id: ProductId | undefined
}

/** The products that a cell names: one, or several with something between them that no name holds. */
function namesIn(cell: string, find: (name: string) => ProductId | undefined): Name[] {
  const whole = find(cell)
  if (cell === '' || whole !== undefined) return cell === '' ? [] : [{ name: cell, id: whole }]
  const text = cell.replace(/^\[|\]$/g, '')
  return text
    .split(/[,;|\n]/)
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter((name) => name !== '')
    .map((name) => ({ name, id: find(name) }))
}
