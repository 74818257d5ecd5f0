/** A guard in the form in which the theme's `offer-guard` snippet reads it. */
export type DrawnGuard = { readonly kind: string; readonly of?: DrawnGuard | readonly DrawnGuard[] } & Readonly<Record<string, unknown>>

/** From what on a cart is delivered free, as Liquid reads it: the first that fits a cart's market and currency counts. */
export interface DrawnDelivery {
  /** The market's handle, folded as Liquid folds it; every market where absent. */
  readonly m?: string
  readonly c: string
  /** In Liquid's hundredths. */
  readonly at: number
}

/** What the drawn form of a condition depends on beside the condition. */
export interface DrawnTerms {
  /** The shop's own. */
  readonly currency: string
  /** What is stated of free delivery. */
  readonly stated: readonly DrawnDelivery[]
}

/** Liquid goes through at most so many items in one loop. */
const MOST_IN_LOOP = 50

/** A range as Liquid reads it: an open end is left out. */
export function drawnRange(kind: string, low: number | null, high: number | null): DrawnGuard {
  return { kind, ...(low !== null && { low }), ...(high !== null && { high }) }
}

/** Any of a list, in parts that Liquid can go through. */
export function drawnList(kind: string, name: 'names' | 'ids', items: readonly unknown[]): DrawnGuard {
  if (items.length <= MOST_IN_LOOP) return { kind, [name]: items }
  const parts = Array.from({ length: Math.ceil(items.length / MOST_IN_LOOP) }, (_, part) => ({
    kind,
    [name]: items.slice(part * MOST_IN_LOOP, (part + 1) * MOST_IN_LOOP),
  }))
  return { kind: 'any', of: parts }
}

/** That the cart's worth lies between ends that depend on what is stated for its market and currency. */
export function drawnWhereStated(
  stated: readonly DrawnDelivery[],
  endsAt: (at: number) => { readonly low?: number; readonly high?: number },
): DrawnGuard {
  const of = stated.map(({ m, c, at }): DrawnGuard => {
    const own = stated.flatMap((one) => (one.c === c && one.m !== undefined ? [one.m] : []))
    const isHere: DrawnGuard[] =
      m !== undefined ? [{ kind: 'market', names: [m] }] : own.length > 0 ? [{ kind: 'not', of: { kind: 'market', names: own } }] : []
    return { kind: 'all', of: [...isHere, { kind: 'cart-subtotal', currency: c, ...endsAt(at) }] }
  })
  return { kind: 'any', of }
}
