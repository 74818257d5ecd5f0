import { sameDigests, type SlotDigests, type LiveSlot } from './live-slot.ts'
import type { SlotWrite } from './plan.ts'

export type Judged =
  /** What was to be written stands already: an answer was lost on the way. */
  | { readonly kind: 'stands'; readonly digests: SlotDigests }
  | { readonly kind: 'gone' }
  /** Another of our own publishings came first, and knows more than this one. */
  | { readonly kind: 'given-way' }
  | { readonly kind: 'again'; readonly write: SlotWrite }

/** What to do about a write that found something else than it believed. `now` stands in the shop, `ours` in our memory. */
export function judgeOvertaken(write: SlotWrite, now: LiveSlot | undefined, ours: LiveSlot | undefined): Judged {
  if (!now) return { kind: 'gone' }
  if (now.offers === write.offers && now.notes === write.notes) return { kind: 'stands', digests: now.digests }
  const published = ours && sameDigests(ours.digests, now.digests) && !sameDigests(ours.digests, write.before)
  return published ? { kind: 'given-way' } : { kind: 'again', write: { ...write, before: now.digests } }
}
