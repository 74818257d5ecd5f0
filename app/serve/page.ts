import { EVERY_PLACEMENT, type Placement } from '#app/commerce/placement.ts'
import type { Notes } from '#app/slots/note.ts'
import { unconditionalCards } from '#app/slots/unconditional-cards.ts'
import { toWire } from './wire.ts'

/**
 * What is published of a page as one line: the notes; then, after a tab each, what stands in the first slot for whoever says
 * nothing of the visit, as it goes over the wire, behind the numbers of the placements at which just that stands: `0,2:ANSWER`.
 */
export function writePage(notes: Notes): string {
  const placesOf = new Map<string, number[]>()
  for (const [number, placement] of EVERY_PLACEMENT.entries()) {
    const [slot] = notes.slots[placement] ?? []
    if (!slot) continue
    const answer = JSON.stringify(toWire(unconditionalCards(notes, slot)))
    placesOf.set(answer, [...(placesOf.get(answer) ?? []), number])
  }
  return [JSON.stringify(notes), ...Array.from(placesOf, ([answer, places]) => `${places.join()}:${answer}`)].join('\t')
}

/** What is published of a page, read no further than it is asked for. */
export interface Page {
  readonly notes: () => Notes
  /** What stands in the first slot of a placement for whoever says nothing of the visit, as it goes over the wire. */
  readonly standing: (placement: Placement) => string | undefined
}

/** Numbers of placements, as they stand in a line. */
export const PLACE_OF: Readonly<Record<Placement, number>> = Object.fromEntries(
  EVERY_PLACEMENT.map((placement, number) => [placement, number]),
) as Record<Placement, number>
