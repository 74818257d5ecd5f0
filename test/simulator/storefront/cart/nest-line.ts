import type { Cart, CartLine } from './cart.ts'
import { lineKey } from './cart.ts'
import type { AskedLine } from './read-cart-ask.ts'

/** The line under the one that it names, or in words why it cannot be nested there. */
export function nestLine(cart: Cart, asked: AskedLine): CartLine | string {
  const { parentVariantId, parentKey, ...line } = asked
  if (parentVariantId === undefined && parentKey === undefined) return line
  const parent = cart.lines.find((one) => lineKey(one) === parentKey || (one.variantId === parentVariantId && !one.parent))
  if (!parent) return 'The parent line was not found in the cart.'
  if (parent.parent) return 'A nested line cannot have lines nested under it.'
  return parent.variantId === line.variantId ? 'A line cannot be nested under itself.' : { ...line, parent: lineKey(parent) }
}
