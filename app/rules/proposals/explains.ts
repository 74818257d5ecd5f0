import type { Catalog } from '#app/catalog/catalog.ts'
import type { Occasions } from '#app/models/mining/occasions.ts'
import type { Between } from './between.ts'

/** A part of what could happen between two sides explains the habit when it holds so much of what chance does not explain … */
const MOST_OF_THE_HABIT = 0.75
/** … while chance alone would put no more than this into it. */
const HALF_OF_CHANCE = 0.5
/** Combinations that are looked through; more than these are taken for unexplained. */
const MOST_COMBINATIONS = 4_000_000

/** Whether a product on the one side (by index) and one on the other belong to the part. */
export type Part = (trigger: number, offered: number) => boolean

/**
 * How sharply a part of the combinations between two sides tells the habit from chance, above 0 to 1: laptops leave with
 * sleeves, but nearly always with one that fits. Undefined where the part does not explain the habit. `units` says how
 * often each product, by index, was sold.
 */
export function explains(
  part: Part,
  { finding, triggers, offered, times }: Between,
  { one, other }: Occasions,
  units: readonly number[],
): number | undefined {
  if (triggers.size * offered.size > MOST_COMBINATIONS) return undefined
  let [all, inPart] = [0, 0]
  for (const trigger of triggers) {
    for (const product of offered) {
      const weight = (units[trigger] ?? 0) * (units[product] ?? 0)
      all += weight
      if (weight > 0 && part(trigger, product)) inPart += weight
    }
  }
  const chanceShare = inPart / Math.max(all, 1)
  if (chanceShare > HALF_OF_CHANCE) return undefined
  const seen = times.filter((at) => (triggers.has(one[at]!) ? part(one[at]!, other[at]!) : part(other[at]!, one[at]!))).length
  const byChance = (times.length * finding.chance) / finding.counts.together
  const share = (seen - byChance * chanceShare) / (times.length - byChance)
  return share >= MOST_OF_THE_HABIT ? Math.min(share, 1) - chanceShare : undefined
}

/** How often each product, by its index, was sold together with another. */
export function unitsIn({ products }: Catalog, { one, other }: Occasions): number[] {
  const units = products.map(() => 0)
  for (const at of [...one, ...other]) units[at]! += 1
  return units
}
