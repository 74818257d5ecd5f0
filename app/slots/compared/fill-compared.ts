import type { RuleSet } from '#app/rules/rule-set.ts'
import { mixAt } from '#app/rules/mix.ts'
import { canonical } from '#app/rules/versions/canonical.ts'
import { indexesOf } from '../fill-placements.ts'
import { fillSlot } from '../fill-slot.ts'
import type { FilledPlacement, FilledSlot } from '../slot.ts'
import type { Sources } from '../sources.ts'

/** Where two rules are compared: everywhere else the one that is shown so far stays. */
const PLACEMENT = 'product-page'

/**
 * The slots of a product's page as another set of rules fills them; null for a slot in which that changes nothing, undefined where it
 * changes none. Open slots stay as they are, and what stands in one of them stands in no other: no product comes twice in either arm.
 */
export function fillCompared(
  index: number,
  beside: readonly FilledPlacement[],
  { placements }: Pick<RuleSet, 'placements'>,
  sources: Sources,
): readonly (FilledSlot | null)[] | undefined {
  const shown = beside.find(({ placement }) => placement === PLACEMENT)?.slots ?? []
  const mix = mixAt(placements, PLACEMENT)
  const taken = new Set(shown.flatMap(({ lock, slot }) => (lock === 'open' ? indexesOf(slot, sources) : [])))
  const slots = mix.slots.map((one, at): FilledSlot | null => {
    const now = shown[at]
    if (!now || one.lock === 'open' || one.lock === 'off') return null
    const slot = fillSlot(index, { placement: PLACEMENT, mix: one, adjust: mix.adjust, taken }, sources)
    for (const offered of indexesOf(slot, sources)) taken.add(offered)
    return canonical(slot) === canonical(now.slot) ? null : { lock: one.lock, slot }
  })
  return slots.some((slot) => slot !== null) ? slots : undefined
}
