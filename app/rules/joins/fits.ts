import { numberIn } from '#app/commerce/metafield.ts'
import type { JoinKind } from './join-kind.ts'

/**
 * A number of the trigger lies between two of the offered product, both included: a sleeve for screens from 13 to 14
 * inches. Where the offered product lacks one of them, that end is open; where it lacks both, it fits nothing.
 */
export interface Fits {
  readonly kind: 'fits'
  readonly trigger: string
  readonly low: string
  readonly high: string
}

export const fits: JoinKind<Fits> = {
  kind: 'fits',
  fields: [
    { name: 'trigger', kind: 'metafield' },
    { name: 'low', kind: 'metafield' },
    { name: 'high', kind: 'metafield' },
  ],
  by: 'number',
  given: (product, { trigger }) => numberIn(product, trigger),
  admits(given, product, join) {
    const [low, high] = [numberIn(product, join.low), numberIn(product, join.high)]
    return (low !== undefined || high !== undefined) && given >= (low ?? -Infinity) && given <= (high ?? Infinity)
  },
}
