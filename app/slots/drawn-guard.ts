import { digitsOf } from '#app/commerce/money.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { DrawnDelivery } from './delivery/delivery-for.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { isGroup, type Tree } from '#app/rules/conditions/tree.ts'

/** A guard in the form in which the theme's `offer-guard` snippet reads it. */
export type DrawnGuard = { readonly kind: string; readonly of?: DrawnGuard | readonly DrawnGuard[] } & Readonly<Record<string, unknown>>

/** Liquid goes through at most so many items in one loop. */
const MOST_IN_LOOP = 50

/**
 * Writes a guard for Liquid: names folded as Liquid folds them, days as numbers, open ends left out, money in Liquid's
 * hundredths of `currency`, the shop's own; lists in parts that Liquid can go through; free delivery as the amounts that are stated.
 */
export function drawnGuard(guard: Tree<Fact>, currency: string, stated: readonly DrawnDelivery[] = []): DrawnGuard {
  if (isGroup(guard)) {
    if (guard.kind === 'not') return { kind: 'not', of: drawnGuard(guard.of, currency, stated) }
    return { kind: guard.kind, of: guard.of.map((part) => drawnGuard(part, currency, stated)) }
  }
  switch (guard.kind) {
    case 'cart-contains':
      return { kind: guard.kind, of: drawnGuard(guard.of, currency) }
    case 'cart-subtotal': {
      const hundredths = 100 / 10 ** digitsOf(currency)
      const scaled = (amount: number | null) => (amount === null ? null : amount * hundredths)
      return { kind: guard.kind, currency, ...ends(scaled(guard.atLeast), scaled(guard.atMost)) }
    }
    case 'delivery-not-free':
      return whereStated(stated, (at) => ({ high: at - 1 }))
    case 'delivery-free':
      return whereStated(stated, (at) => ({ low: at }))
    case 'cart-quantity':
    case 'cart-lines':
    case 'customer-orders':
      return { kind: guard.kind, ...ends(guard.atLeast, guard.atMost) }
    case 'date':
      return { kind: guard.kind, ...ends(dayNumber(guard.from), dayNumber(guard.to)) }
    case 'type':
    case 'vendor':
    case 'tag':
    case 'customer-tag':
    case 'market':
    case 'language':
      return inParts(guard.kind, 'names', guard.names.map(foldAsLiquid))
    case 'product':
    case 'collection':
      return inParts(guard.kind, 'ids', guard.ids)
    case 'signed-in':
    case 'weekday':
      return { ...guard }
    case 'category':
    case 'created':
    case 'metafield-number':
    case 'metafield-set':
    case 'metafield':
    case 'new':
    case 'on-sale':
    case 'option':
    case 'price':
    case 'stock':
      throw new Error(`Liquid does not know of “${guard.kind}”, so it cannot be left to a page`)
  }
}

/** That the cart's worth lies between ends that depend on what is stated for its market and currency. */
function whereStated(stated: readonly DrawnDelivery[], endsAt: (at: number) => { low?: number; high?: number }): DrawnGuard {
  const of = stated.map(({ m, c, at }): DrawnGuard => {
    const own = stated.flatMap((one) => (one.c === c && one.m !== undefined ? [one.m] : []))
    const isHere: DrawnGuard[] =
      m !== undefined ? [{ kind: 'market', names: [m] }] : own.length > 0 ? [{ kind: 'not', of: { kind: 'market', names: own } }] : []
    return { kind: 'all', of: [...isHere, { kind: 'cart-subtotal', currency: c, ...endsAt(at) }] }
  })
  return { kind: 'any', of }
}

function ends(low: number | null, high: number | null) {
  return { ...(low !== null && { low }), ...(high !== null && { high }) }
}

function dayNumber(day: string | null): number | null {
  return day === null ? null : Number(day.replaceAll('-', ''))
}

function inParts(kind: string, name: string, items: readonly unknown[]): DrawnGuard {
  if (items.length <= MOST_IN_LOOP) return { kind, [name]: items }
  const parts = Array.from({ length: Math.ceil(items.length / MOST_IN_LOOP) }, (_, part) => ({
    kind,
    [name]: items.slice(part * MOST_IN_LOOP, (part + 1) * MOST_IN_LOOP),
  }))
  return { kind: 'any', of: parts }
}
