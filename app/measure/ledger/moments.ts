import { OUTCOMES, type Outcome, type Outcomes } from './outcomes.ts'

/**
 * Sums over visitors of each product of two outcomes, the upper triangle by rows: with 1 among the outcomes that is how many there
 * are, every sum, and every sum of squares. Means, ratios of two outcomes and what one explains of another all follow from it.
 */
export type Moments = readonly number[]

const SIZE = OUTCOMES.length
const LENGTH = (SIZE * (SIZE + 1)) / 2

export const noMoments = (): number[] => new Array<number>(LENGTH).fill(0)

/** What a visitor who bought nothing, before or since, adds. */
export const NOTHING_BOUGHT: Outcomes = Object.fromEntries(OUTCOMES.map((name) => [name, name === 'visitors' ? 1 : 0])) as Outcomes

/** Adds a visitor to sums, or takes one away (`sign` −1). */
export function addVisitor(into: number[], outcomes: Outcomes, sign: 1 | -1): void {
  let at = 0
  for (let one = 0; one < SIZE; one += 1) {
    const value = outcomes[OUTCOMES[one]!]
    for (let other = one; other < SIZE; other += 1) into[at++]! += sign * value * outcomes[OUTCOMES[other]!]
  }
}

export function addMoments(into: number[], more: Moments): void {
  for (let at = 0; at < LENGTH; at += 1) into[at]! += more[at] ?? 0
}

/** The sum over visitors of the product of two outcomes. */
export function momentOf(moments: Moments, one: Outcome, other: Outcome): number {
  const [row, column] = [OUTCOMES.indexOf(one), OUTCOMES.indexOf(other)].toSorted((a, b) => a - b) as [number, number]
  return moments[row * SIZE - (row * (row - 1)) / 2 + (column - row)] ?? 0
}

/** The sum over visitors of one outcome. */
export const totalOf = (moments: Moments, outcome: Outcome): number => momentOf(moments, 'visitors', outcome)
