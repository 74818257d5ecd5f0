import { z } from 'zod'
import { EVERY_PLACEMENT, LOCKS, MOST_SLOTS, PLACEMENTS, SOURCES, type Placement, type SlotMix } from '#app/commerce/placement.ts'
import { isSame } from '#app/rules/versions/is-same.ts'
import { conditionSchema } from './conditions/condition-schema.ts'
import type { Condition } from './conditions/condition.ts'
import type { Fault } from './read-rule.ts'

/**
 * What the merchant does to what the machine would show: leave out all that is not so (`filter`), put what is so first (`boost`) or
 * last (`bury`), or put it in front of everything, whether the machine had thought of it or not (`pin`).
 */
export const ADJUSTMENTS = ['filter', 'boost', 'bury', 'pin'] as const

export interface Adjustment {
  readonly kind: (typeof ADJUSTMENTS)[number]
  readonly where: Condition
}

/** What stands at a placement: its slots from the top of the page down, and what is done to what the machine puts there. */
export interface PlacementMix {
  readonly slots: readonly SlotMix[]
  readonly adjust: readonly Adjustment[]
}

/** Placements on which the merchant has decided something else than what holds without a word. */
export type Mix = Readonly<Partial<Record<Placement, PlacementMix | undefined>>>

const MOST_ADJUSTMENTS = 10

const slot = z.strictObject({
  lock: z.enum(LOCKS, 'fault.choose-one'),
  sources: z.array(z.enum(SOURCES, 'fault.choose-one')).refine((all) => new Set(all).size === all.length, 'fault.twice'),
})

/** The mix of a placement, its conditions read as given. */
export const mixOf = (condition: z.ZodType<Condition>) =>
  z.strictObject({
    slots: z.array(slot).min(1, 'fault.choose-one').max(MOST_SLOTS, 'fault.too-many'),
    adjust: z
      .array(z.strictObject({ kind: z.enum(ADJUSTMENTS), where: condition }))
      .max(MOST_ADJUSTMENTS, 'fault.too-many')
      .default([]),
  })

/** Mixes by placement; what is left out stays as it is without a word. */
export const mixesOf = (condition: z.ZodType<Condition>) =>
  z.strictObject(
    Object.fromEntries(EVERY_PLACEMENT.map((placement) => [placement, mixOf(condition).optional()])) as unknown as Record<
      Placement,
      z.ZodOptional<z.ZodType<PlacementMix>>
    >,
  )

/** What stands at a placement while nobody has decided on it. */
export function defaultMix(placement: Placement): PlacementMix {
  return { slots: PLACEMENTS[placement].slots, adjust: [] }
}

/** What stands at a placement. */
export function mixAt(mix: Mix, placement: Placement): PlacementMix {
  return mix[placement] ?? defaultMix(placement)
}

/** The one way to write what was decided: nothing is written of placements that are as they would be without a word. */
export function onlyDecided(mix: Mix): Mix {
  const decided = EVERY_PLACEMENT.flatMap((placement) => {
    const one = mix[placement]
    return one && !isSame(one, defaultMix(placement)) ? [[placement, one] as const] : []
  })
  return Object.fromEntries(decided)
}

export type MixReading = { readonly kind: 'mix'; readonly mix: Mix } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

const mixesSchema = mixesOf(conditionSchema)

/** Reads mixes out of any value: whole, or refused with the path and the reason of every fault. */
export function readMix(document: unknown): MixReading {
  const read = mixesSchema.safeParse(document)
  if (read.success) return { kind: 'mix', mix: onlyDecided(read.data) }
  return { kind: 'refused', faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
}

/** Every condition in which mixes name products. */
export function conditionsInMix(mix: Mix): Condition[] {
  return Object.values(mix).flatMap((one) => one?.adjust.map(({ where }) => where) ?? [])
}
