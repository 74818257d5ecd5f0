import type { Note } from '../../../../app/slots/note.ts'

/**
 * What a note promises, as far as it holds of any price: a share, an amount by currency, or all of it. What hangs on the price that was published is
 * left to the order's own lines, which say what came off.
 */
export function readDeal(deal: unknown): Pick<Note, 'd'> {
  if (typeof deal !== 'object' || deal === null) return {}
  const { kind, off, at } = deal as Readonly<Record<string, unknown>>
  if (at !== undefined) return {}
  if (kind === 'gift') return { d: { kind, from: {} } }
  if (kind === 'percent' && isShare(off)) return { d: { kind, off } }
  if (kind === 'amount' && typeof off === 'object' && off !== null) {
    const amounts = Object.entries(off).filter((pair): pair is [string, string] => Number(pair[1]) > 0)
    return amounts.length > 0 ? { d: { kind, off: Object.fromEntries(amounts) } } : {}
  }
  return {}
}

const isShare = (off: unknown): off is number => Number.isInteger(off) && Number(off) > 0 && Number(off) <= 10_000
