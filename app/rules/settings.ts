import { z } from 'zod'
import { LOCKS, type Lock } from '#app/commerce/placement.ts'
import { boundsShape, type Bounds } from './bounds.ts'
import type { Fault } from './read-rule.ts'

/** What holds for the whole shop, beside its rules. */
export interface Settings extends Bounds {
  /** Who fills the slot on product pages. */
  readonly lock: Lock
}

const settingsSchema: z.ZodType<Settings> = z.strictObject({ lock: z.enum(LOCKS), ...boundsShape })

export type SettingsReading =
  { readonly kind: 'settings'; readonly settings: Settings } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** Reads settings out of any value: whole, or refused with the path and the reason of every fault. */
export function readSettings(document: unknown): SettingsReading {
  const read = settingsSchema.safeParse(document)
  if (read.success) return { kind: 'settings', settings: read.data }
  return { kind: 'refused', faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
}
