import { createHash } from 'node:crypto'

/** `properties` are line item properties; names beginning with `_` are not shown to shoppers. */
export interface CartLine {
  readonly variantId: number
  /** At least 1. */
  readonly quantity: number
  readonly properties: Readonly<Record<string, string>>
  /** By which plan it is had again and again; absent where it is bought once. */
  readonly sellingPlanId?: number
  /** The key of the line that it is nested under; absent where it stands by itself. */
  readonly parent?: string
}

export interface Cart {
  readonly token: string
  /** Newest first, each with what is nested under it right after. */
  readonly lines: readonly CartLine[]
  readonly attributes: Readonly<Record<string, string>>
  readonly note: string
}

export function emptyCart(token: string): Cart {
  return { token, lines: [], attributes: {}, note: '' }
}

/** What makes two lines one: the same variant by the same plan under the same line with the same properties, in whatever order they were written. */
export function lineKey(line: Omit<CartLine, 'quantity'>): string {
  const properties = Object.entries(line.properties).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const digest = createHash('md5')
    .update(JSON.stringify([properties, line.parent, line.sellingPlanId]))
    .digest('hex')
  return `${line.variantId}:${digest}`
}

export function addLine(cart: Cart, added: CartLine): Cart {
  const key = lineKey(added)
  const present = cart.lines.find((line) => lineKey(line) === key)
  if (present) return setQuantity(cart, key, present.quantity + added.quantity)
  const place = cart.lines.findIndex((line) => lineKey(line) === added.parent) + 1
  return { ...cart, lines: cart.lines.toSpliced(place, 0, added) }
}

/** A quantity of zero or less removes the line, and what is nested under it. */
export function setQuantity(cart: Cart, key: string, quantity: number): Cart {
  const lines = cart.lines.flatMap((line) => {
    if (line.parent === key && quantity <= 0) return []
    if (lineKey(line) !== key) return [line]
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
  return { ...cart, lines }
}

/** Another line in the place of one; where the cart holds the same already, the two become one. */
export function replaceLine(cart: Cart, line: CartLine, next: CartLine): Cart {
  const place = cart.lines.indexOf(line)
  const left = setQuantity(cart, lineKey(line), 0)
  const isThere = left.lines.some((one) => lineKey(one) === lineKey(next))
  return isThere ? addLine(left, next) : { ...left, lines: left.lines.toSpliced(place, 0, next) }
}

/** Pieces of one variant, over all lines that hold it. */
export function quantityOf(cart: Cart, variantId: number): number {
  return cart.lines.reduce((sum, line) => (line.variantId === variantId ? sum + line.quantity : sum), 0)
}
