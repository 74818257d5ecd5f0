import type { Finding } from '#app/models/mining/mine.ts'
import type { Purchase } from '#app/signals/purchases.ts'
import type { World } from '../simulator/shop.ts'
import { complementsOf } from '../simulator/world/complements.ts'

/** How many of the first findings are taken for precision. */
const FIRST = 50
/** A habit of shoppers should show once it is expected to have led to so many orders. */
const EXPECTED = 20

export interface Recovery {
  /** The first fifty findings, or all where they are fewer; those of them that are habits, and those that follow the shoppers' direction. */
  readonly first: number
  readonly true: number
  readonly directed: number
  /** Habits that must have shown often enough, and those of them that were found, in whichever direction. */
  readonly expected: number
  readonly found: number
}

/** Holds findings among products against the world's own truth. */
export function recovered(findings: readonly Finding[], purchases: readonly Purchase[], world: World): Recovery {
  const truth = complementsOf(world)
  const directed = new Set(truth.map(({ productId, companionId }) => `${productId} ${companionId}`))
  const named = findings.map(({ trigger, offered }) => [idOf(trigger), idOf(offered)] as const)
  const first = named.slice(0, FIRST)
  const pairs = new Set(named.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  const bought = new Map<number, number>()
  for (const id of purchases.flatMap(({ products }) => products)) bought.set(id, (bought.get(id) ?? 0) + 1)
  const expected = truth.filter(({ productId, probability }) => (bought.get(productId) ?? 0) * probability >= EXPECTED)
  return {
    first: first.length,
    true: first.filter(([one, other]) => directed.has(`${one} ${other}`) || directed.has(`${other} ${one}`)).length,
    directed: first.filter(([one, other]) => directed.has(`${one} ${other}`)).length,
    expected: expected.length,
    found: expected.filter(({ productId, companionId }) => pairs.has(`${productId} ${companionId}`)).length,
  }
}

function idOf(group: Finding['trigger']): number {
  if (group.kind !== 'product') throw new Error('Only findings among products can be held against the truth')
  return group.id
}
