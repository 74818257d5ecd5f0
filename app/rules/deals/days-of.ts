import type { Guard } from '#app/rules/resolve/guard.ts'
import { isGroup } from '../conditions/tree.ts'

/** The first and the last day, as `2026-12-24`, of a time that may be open at either end. */
export interface Days {
  readonly from?: string
  readonly to?: string
}

/**
 * The days on which a guard holds; undefined where it asks for more than days. Where carts are priced nothing is known of a shopper
 * but his cart, and a price that depended on more would be one that a page cannot promise.
 */
export function daysOf(guard: Guard): Days | undefined {
  if (guard === true) return {}
  if (guard === false) return undefined
  if (!isGroup(guard)) {
    if (guard.kind !== 'date') return undefined
    return { ...(guard.from !== null && { from: guard.from }), ...(guard.to !== null && { to: guard.to }) }
  }
  if (guard.kind !== 'all') return undefined
  let days: Days | undefined = {}
  for (const part of guard.of) {
    const more = daysOf(part)
    days = days && more && bothOf(days, more)
  }
  return days
}

function bothOf(one: Days, other: Days): Days {
  const from = [one.from, other.from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  const to = [one.to, other.to].filter((day) => day !== undefined).sort()[0]
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
