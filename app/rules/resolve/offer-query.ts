import type { Product } from '#app/commerce/product.ts'
import type { Key } from '#app/rules/conditions/kind.ts'
import { givenTo, type Given } from '#app/rules/joins/tie-to.ts'
import { piecesTaken, type NeedMet } from '#app/rules/need.ts'
import type { Barrier } from '#app/rules/never-together.ts'
import type { Rule } from '#app/rules/rule.ts'

/** What a rule ties to and asks of one trigger: triggers of which these are the same are offered the same. */
export interface OfferQuery {
  /** The same for two triggers of one rule that ask the same, and for no others. */
  readonly name: Key
  /** For each join, the keys or the number that the trigger gives. */
  readonly given: readonly Given[]
  readonly taken: number | undefined
  readonly barrier: Barrier
}

export interface Offered {
  readonly index: number
  /** How it meets the trigger's need; null where one piece is offered. */
  readonly need: NeedMet | null
}

/** Products that a rule offers, best first, by index. */
export interface Chosen {
  readonly indexes: readonly number[]
  /** How each of them meets the trigger's need, all of them alike; null where one piece is offered. */
  readonly need: NeedMet | null
}

/** What a rule has for all triggers that ask the same: one more than it offers beside one of them, since that may be among them. */
export interface Answer extends Chosen {
  readonly asked: OfferQuery
  /** Its place among the answers that the rule keeps, counted from 1; 0 where it is not kept. */
  readonly number: number
  /** What is offered beside a trigger that is not among them and takes no pieces. */
  readonly offered: readonly Offered[]
}

/** Undefined where a join ties nothing to the trigger. */
export function offerQueryOf(trigger: Product, { offer: { joins, need } }: Rule, barrier: Barrier): OfferQuery | undefined {
  const given: Given[] = []
  for (const join of joins) {
    const one = givenTo(join, trigger)
    if (one === undefined) return undefined
    given.push(one)
  }
  const taken = need ? piecesTaken(trigger, need) : undefined
  return { name: nameOf(given, taken, barrier), given, taken, barrier }
}

function nameOf(given: readonly Given[], taken: number | undefined, { name }: Barrier): Key {
  if (taken === undefined && given.length === 0) return name
  if (taken === undefined && given.length === 1 && name === '') {
    const [one] = given as [Given]
    if (typeof one === 'number') return one
    if (one.length === 1) return one[0]!
  }
  // No key begins with a space.
  return ` ${JSON.stringify([given, taken, name])}`
}
