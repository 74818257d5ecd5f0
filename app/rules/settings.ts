import { z } from 'zod'
import { boundsShape, type Bounds } from './bounds.ts'
import type { Fault } from './read-rule.ts'

export type SettingsReading =
  { readonly kind: 'settings'; readonly settings: Bounds } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

const settingsSchema: z.ZodType<Bounds> = z.strictObject(boundsShape)

/** Reads what bounds every slot out of any value: whole, or refused with the path and the reason of every fault. */
export function readSettings(document: unknown): SettingsReading {
  const read = settingsSchema.safeParse(document)
  if (read.success) return { kind: 'settings', settings: read.data }
  return { kind: 'refused', faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
}
