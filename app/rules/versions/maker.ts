import type { StaffId } from '#app/commerce/ids.ts'

/**
 * Who made a version: a member of the shop's staff by the number that Shopify gives them, the terminal, an upgrade of this app, or the
 * safeguard that pauses rules where the merchant asked for it.
 */
export type Maker =
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'command' }
  | { readonly kind: 'upgrade' }
  | { readonly kind: 'safeguard' }

/** Characters of the note in which a maker says why. */
export const LONGEST_WHY = 200

/** A maker as a row holds it. */
export function writeMaker(maker: Maker): string {
  return maker.kind === 'staff' ? String(maker.id) : maker.kind
}

/** The maker that a row names. Throws where it names none: rows are written by `writeMaker` alone. */
export function readMaker(text: string): Maker {
  if (text === 'command' || text === 'upgrade' || text === 'safeguard') return { kind: text }
  if (/^\d+$/.test(text)) return { kind: 'staff', id: Number(text) as StaffId }
  throw new Error('A version names nobody who made it')
}
