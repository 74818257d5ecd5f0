import fc from 'fast-check'
import { drawnGuard, type DrawnGuard } from '#app/slots/drawn-guard.ts'
import { anyOddCase } from '../../a/odd-names.ts'
import { visitInLiquid } from '../visit-in-liquid.ts'

/** A guard as Liquid reads it, with the visit that it is asked about. */
export type GuardLine = { readonly guard: DrawnGuard } & ReturnType<typeof visitInLiquid>

export function guardLines(seed: number, count: number): GuardLine[] {
  return fc.sample(anyOddCase, { seed, numRuns: count }).map(({ guard, moment }) => ({
    guard: JSON.parse(JSON.stringify(drawnGuard(guard, 'EUR'))) as DrawnGuard,
    ...visitInLiquid(moment),
  }))
}
