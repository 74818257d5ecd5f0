import type { ProductId } from '#app/commerce/ids.ts'
import { MOST_OFFERED } from '../rule.ts'
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

/** Gathers the rows of a file into what stands beside each product: of any number of rows, no more is held than that. */
export function gatherPairings({ beside, offered }: Understood, find: FindProduct): Gathering {
  const gathered = new Map<ProductId, ProductId[]>()

  function take({ line, cells }: CsvRow): RowFate {
    const cell = cells[beside.at] ?? ''
    const names = offered.flatMap((column) => namesIn(cells[column.at] ?? '', (name) => find(name, column.by)))
    const product = find(cell, beside.by)
    if (product === undefined) return { line, pairs: 0, left: [{ cell, why: 'no-such-product' }] }
    if (names.length === 0) return { line, pairs: 0, left: [{ cell, why: 'nothing-offered' }] }
    const offer = gathered.get(product) ?? []
    if (offer.length === 0 && gathered.size === MOST_PAIRINGS) return { line, pairs: 0, left: [{ cell, why: 'too-many-products' }] }
    const left: RowFate['left'][number][] = []
    for (const { name, id } of names) {
      const why = id === undefined ? 'no-such-offer' : whyNot(id, product, offer)
      if (why) left.push({ cell: name, why })
      else offer.push(id!)
    }
    if (offer.length > 0) gathered.set(product, offer)
    return { line, pairs: names.length - left.length, left }
  }

  return { take, pairings: () => [...gathered].map(([product, offer]) => ({ beside: product, offer })) }
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
