import { z } from 'zod'
import { boundsShape } from './bounds.ts'
import { conditionSchema } from './conditions/condition-schema.ts'
import { mixesOf, onlyDecided } from './mix.ts'
import type { Fault } from './read-rule.ts'
import type { RuleSet } from './rule-set.ts'

/** What holds for the whole shop, beside its rules. */
export type Settings = Omit<RuleSet, 'rules'>

const settingsSchema = z.strictObject({ placements: mixesOf(conditionSchema), ...boundsShape })

export type SettingsReading =
  { readonly kind: 'settings'; readonly settings: Settings } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** Reads settings out of any value: whole, or refused with the path and the reason of every fault. */
export function readSettings(document: unknown): SettingsReading {
  const read = settingsSchema.safeParse(document)
  if (read.success) return { kind: 'settings', settings: { ...read.data, placements: onlyDecided(read.data.placements) } }
  return { kind: 'refused', faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
}
