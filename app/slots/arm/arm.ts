/**
 * Where a visitor or customer stands in a shop, 0 ≤ place < 1: uniform, the same everywhere, and with another salt independent of
 * this one. Whoever stands below the share held out is held out, so that with a lower share some are released and nobody else
 * changes arms. FNV-1a (Fowler, Noll, Vo), finished as MurmurHash3 is (Appleby), over the text's UTF-16 units.
 */
export function placeOf(salt: string, unit: string): number {
  let hash = 0x811c9dc5
  for (const sign of `${salt}/${unit}`) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** The two measurements: what is offered is held out of the one by the browser, of the other by the customer. */
export const BOARDS = ['cross-sell', 'personal'] as const
export type Board = (typeof BOARDS)[number]

/** The salt of one board: whoever is held out of the one is as likely as anybody to be held out of the other. */
export const saltOf = (salt: string, board: Board): string => `${salt}/${board}`

/** What a storefront knows of a shop's measurement. */
export interface MeasureNote {
  /** Raised when the shape changes. */
  readonly v: 1
  readonly salt: string
  /** Of the cross-sell board: the number of its epoch, and the share of visitors held out since. */
  readonly epoch: number
  readonly share: number
  /** The comparison of two rules that runs, if one does. */
  readonly compared?: string
}

/** The share as the storefront compares it: places have 32 bits, and a share that is no such fraction compares the same everywhere. */
export const isHeldOut = (salt: string, unit: string, share: number): boolean => placeOf(salt, unit) < share
