import { createHash } from 'node:crypto'

/** `properties` are line item properties; names beginning with `_` are not shown to shoppers. */
export interface CartLine {
  readonly variantId: number
  /** At least 1. */
  readonly quantity: number
  readonly properties: Readonly<Record<string, string>>
}

export interface Cart {
  readonly token: string
  /** Newest first. */
  readonly lines: readonly CartLine[]
  readonly attributes: Readonly<Record<string, string>>
  readonly note: string
}

export function emptyCart(token: string): Cart {
  return { token, lines: [], attributes: {}, note: '' }
}

/** What makes two lines one: the same variant with the same properties, in whatever order they were written. */
export function lineKey(line: Omit<CartLine, 'quantity'>): string {
  const properties = Object.entries(line.properties).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const digest = createHash('md5').update(JSON.stringify(properties)).digest('hex')
  return `${line.variantId}:${digest}`
}

export function addLine(cart: Cart, added: CartLine): Cart {
  const key = lineKey(added)
  const present = cart.lines.find((line) => lineKey(line) === key)
  if (!present) return { ...cart, lines: [added, ...cart.lines] }
  return setQuantity(cart, key, present.quantity + added.quantity)
}

/** A quantity of zero or less removes the line. */
export function setQuantity(cart: Cart, key: string, quantity: number): Cart {
  const lines = cart.lines.flatMap((line) => {
    if (lineKey(line) !== key) return [line]
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
  return { ...cart, lines }
}

/** Pieces of one variant, over all lines that hold it. */
export function quantityOf(cart: Cart, variantId: number): number {
  return cart.lines.reduce((sum, line) => (line.variantId === variantId ? sum + line.quantity : sum), 0)
}
