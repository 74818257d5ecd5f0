import { liftOf } from '#app/models/pairs/evidence.ts'
import type { Say } from '#app/rules/conditions/say.ts'
import type { Reason, Slot } from './slot.ts'

/** Standard errors of the interval that a merchant reads: 95 of 100 such intervals hold the true value. */
const SHOWN = 1.96

/** Why a card stands where it does, in the merchant's words. `count` writes a whole number, `times` one with a decimal. */
export function explain(reason: Reason, say: Say, count: (number: number) => string, times: (number: number) => string): string {
  switch (reason.by) {
    case 'rule':
      return say('reason.rule', { name: reason.name })
    case 'bought-together': {
      const { lift, low, high } = liftOf(reason.counts, SHOWN)
      return say('reason.bought-together', {
        together: count(reason.counts.together),
        first: count(reason.counts.first),
        lift: times(lift),
        low: times(low),
        high: times(high),
      })
    }
    case 'popular':
      return say('reason.popular', { units: count(reason.units) })
    case 'look-alikes':
    case 'pinned':
      return say(`reason.${reason.by}`)
    default:
      return reason satisfies never
  }
}

/** Why a slot is empty, in the merchant's words. */
export function explainNothing({ why }: Extract<Slot, { kind: 'nothing' }>, say: Say): string {
  return say(`nothing.${why}`)
}
