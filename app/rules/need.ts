import { numberIn } from '#app/commerce/metafield.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Need } from './rule.ts'

/** How many pieces the one takes, how many a pack of the other holds, and so how many packs it takes. */
export interface NeedMet {
  readonly takes: number
  readonly holds: number
  readonly packs: number
  /** What the pieces are ("AA"), where the two are joined by it. */
  readonly of?: string
}

/** More packs than that are nobody's need but a mistake in the data. */
const MOST_PACKS = 100

/** How many pieces a product takes; undefined where it does not say, or says something that is no number of pieces. */
export function piecesTaken(trigger: Product, { takes }: Need): number | undefined {
  return pieces(numberIn(trigger, takes))
}

/** How a product would meet the need; undefined where it does not say how many pieces it holds, or would take absurdly many packs. */
export function meetNeed(taken: number, offered: Product, { holds }: Need): NeedMet | undefined {
  const held = pieces(numberIn(offered, holds))
  if (held === undefined) return undefined
  const packs = Math.ceil(taken / held)
  return packs <= MOST_PACKS ? { takes: taken, holds: held, packs } : undefined
}

/** Which of two meets a need better: fewer packs, then less left over. Zero where they do it alike. */
export function compareNeeds(a: NeedMet, b: NeedMet): number {
  return a.packs - b.packs || a.holds - b.holds
}

function pieces(number: number | undefined): number | undefined {
  return number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined
}
