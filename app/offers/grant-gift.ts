import type { Minor } from '#app/commerce/money.ts'
import type { CartLine } from './cart.ts'
import { floorOf } from './deal.ts'
import type { DealHere } from './deals-here.ts'
import type { Grant } from './granted.ts'
import { savingOn } from './saving.ts'
import { floorAt } from './terms.ts'

/**
 * The one piece that a rule's gift makes free: the dearest of those that were chosen, as long as everything else in the cart comes to
 * `from`. Independent of the order of lines and deals.
 */
export function grantGift(deals: readonly DealHere[], from: Minor, wants: (line: CartLine) => boolean): Map<string, Grant[]> {
  let given: { readonly line: CartLine; readonly off: Minor } | undefined
  for (const { deal, terms, till, pieces, offered, worth } of deals)
    for (const line of offered) {
      if (!wants(line) || worth - line.price < from) continue
      const floor = deal.floors ? floorAt(floorOf(deal, line.product, line.variant), till) : 0
      const off = savingOn(line.price, terms, 0, pieces, floor)
      if (off > 0 && (!given || comesBefore({ line, off }, given))) given = { line, off }
    }
  return new Map(given ? [[given.line.id, [{ quantity: 1, off: given.off }]]] : [])
}

function comesBefore(one: { line: CartLine; off: Minor }, other: { line: CartLine; off: Minor }): boolean {
  return (one.off - other.off || other.line.variant - one.line.variant || (one.line.id < other.line.id ? 1 : -1)) > 0
}
