import type { CartLine } from '../cart/cart.ts'

/** What one checkout is about. It no longer follows the cart that it was made from. */
export interface Basket {
  readonly lines: readonly CartLine[]
  readonly attributes: Readonly<Record<string, string>>
  /** True: paying empties the shopper's cart. */
  readonly isCart: boolean
  /** Paid through a wallet's own sheet: what lies in it cannot be changed any more. */
  readonly isWallet?: boolean
}

/** `123:2,456:1` of a cart permalink; undefined where it is none. */
export function readPermalink(written: string): readonly CartLine[] | undefined {
  if (!/^\d+:[1-9]\d*(,\d+:[1-9]\d*)*$/.test(written)) return undefined
  return written.split(',').map((pair) => {
    const [variantId, quantity] = pair.split(':').map(Number)
    return { variantId: variantId ?? 0, quantity: quantity ?? 0, properties: {} }
  })
}
