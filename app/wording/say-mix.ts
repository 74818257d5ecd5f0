import type { Placement } from '#app/commerce/placement.ts'
import { sayCondition } from '#app/rules/conditions/say-condition.ts'
import type { SentenceContext } from '#app/rules/conditions/say.ts'
import type { PlacementMix } from '#app/rules/mix.ts'

/** What stands at a placement, in one line. */
export function sayMix(placement: Placement, { slots, adjust }: PlacementMix, context: SentenceContext): string {
  const { say } = context
  const parts = slots.map(({ lock, sources }) =>
    lock === 'open' ? say('mix.open', { sources: sources.map((source) => say(`source.${source}`)).join(', ') }) : say(`lock.${lock}`),
  )
  const changes = adjust.map(({ kind, where }) => say(`adjust.${kind}`, { where: sayCondition(where, context) }))
  return say('mix.line', { placement: say(`placement.${placement}`), slots: [...parts, ...changes].join('; ') })
}
