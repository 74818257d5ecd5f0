import type { ProductId } from '#app/commerce/ids.ts'
import { MOST_NAMES } from './bounds.ts'
import type { FindProduct, Found } from './find-product.ts'
import { looksLikeHandle } from './handle-in.ts'
import { listIn } from './list-in.ts'
import { piecesOf, type Piece } from './pieces-of.ts'
import type { NamedBy } from './understand-header.ts'

/** What a cell names, and the product of that name; or why it names none. */
export type Name =
  | { readonly name: string; readonly id: ProductId }
  | { readonly name: string; readonly why: 'no-such-offer' | 'lost-letter' | 'not-whole' | 'cut-off' }

export interface NamesReader {
  readonly find: FindProduct
  /** By what the column names products. */
  readonly by: NamedBy
  /** By what the row names the product itself: it speaks one language. */
  readonly besideBy: Found['by']
}

/** What stands for a letter that was lost. */
const LOST = '\uFFFD'

/**
 * The products that a cell names: one, or several with something between them. A name may hold what parts names, and a piece of a
 * name may be the name of something else: a list is read only where it falls apart into known names in one way. Handles and
 * numbers hold nothing of that kind, and each of them counts by itself.
 */
export function namesIn(cell: string, reader: NamesReader): readonly Name[] {
  if (cell === '') return []
  if (cell.includes(LOST)) return [{ name: cell, why: 'lost-letter' }]
  const whole = nameFor(cell, reader)
  if (whole) return [isHandlesToo(cell, reader) ? { name: cell, why: 'not-whole' } : whole]
  const list = listIn(cell)
  switch (list?.kind) {
    case 'cut':
      return [{ name: cell, why: 'cut-off' }]
    case 'names':
      return list.names.map((name) => nameFor(name, reader) ?? { name, why: 'no-such-offer' })
    case 'inner':
    case undefined: {
      const text = list?.text ?? cell
      // No name goes on in another line.
      return text.split(/[\r\n]+/).flatMap((line) => namesInLine(line.trim(), reader))
    }
  }
}

/** Names of which each has a cell of its own, since the row has more cells than its header: a name may have been cut there, too. */
export function namesInCells(cells: readonly string[], reader: NamesReader): readonly Name[] {
  const names = cells.flatMap((cell) => namesIn(cell, reader))
  const isCut =
    names.some((one) => 'why' in one) &&
    !areHandles(
      names.map(({ name }) => name),
      reader,
    )
  return isCut ? [{ name: cells.join(' · '), why: 'not-whole' }] : names
}

function nameFor(name: string, { find, by }: NamesReader): Name | undefined {
  const found = find(name, by)
  return found && { name, id: found.id }
}

function namesInLine(line: string, reader: NamesReader): readonly Name[] {
  const whole = nameFor(line, reader)
  if (whole) return [isHandlesToo(line, reader) ? { name: line, why: 'not-whole' } : whole]
  const pieces = piecesOf(line)
  const each = pieces.map(({ text: name }): Name => nameFor(name, reader) ?? { name, why: 'no-such-offer' })
  if (pieces.length === 1 && each[0] && 'why' in each[0]) return [{ name: line, why: each[0].why }]
  if (
    pieces.length < 2 ||
    pieces.length > MOST_NAMES ||
    areHandles(
      pieces.map(({ text }) => text),
      reader,
    )
  )
    return each
  return inOneWay(line, pieces, each, reader) ?? [{ name: line, why: 'not-whole' }]
}

/** Whether a title could as well be a list of handles, some of them gone: where a row speaks in handles, nobody knows. */
function isHandlesToo(text: string, reader: NamesReader): boolean {
  if (!/[,;|]/.test(text)) return false
  const names = piecesOf(text).map((piece) => piece.text)
  return names.length > 1 && areHandles(names, reader) && names.some((name) => nameFor(name, reader))
}

function areHandles(names: readonly string[], { by, besideBy }: NamesReader): boolean {
  const holdsHandles = by === 'handle' || by === 'id' || (by === 'anything' && (besideBy === 'handle' || besideBy === 'id'))
  return holdsHandles && names.every(looksLikeHandle)
}

/** Pieces that one name may have fallen into. */
const MOST_PIECES_OF_NAME = 6

/** The known names that pieces make, each of one piece or of several; undefined where there is no way, or more than one. */
function inOneWay(line: string, pieces: readonly Piece[], each: readonly Name[], reader: NamesReader): readonly Name[] | undefined {
  // From the last piece on: in how many ways the rest can be read, and in which.
  const ways: (readonly [ways: number, names: readonly Name[]])[] = []
  ways[pieces.length] = [1, []]
  for (let from = pieces.length - 1; from >= 0; from -= 1) {
    let [count, names]: readonly [number, readonly Name[]] = [0, []]
    for (let to = from; to < Math.min(pieces.length, from + MOST_PIECES_OF_NAME); to += 1) {
      const [rest, behind] = ways[to + 1]!
      const name = rest === 0 ? undefined : to === from ? each[from] : joined(line, pieces.slice(from, to + 1), reader)
      if (!name || !('id' in name)) continue
      count = Math.min(2, count + rest)
      names = [name, ...behind]
    }
    ways[from] = [count, names]
  }
  const [count, names] = ways[0]!
  return count === 1 ? names : undefined
}

function joined(line: string, pieces: readonly Piece[], reader: NamesReader): Name | undefined {
  return pieces.some(({ isQuoted }) => isQuoted) ? undefined : nameFor(line.slice(pieces[0]!.from, pieces.at(-1)!.to), reader)
}
