import { z } from 'zod'

const saving = z.strictObject({ was: z.unknown().optional(), is: z.unknown() })

/** What is to be saved, and what stood in its place when its first field was changed: without that it is saved whatever stands there. */
export function readSaving(body: unknown): { readonly was?: unknown; readonly is: unknown } {
  const read = saving.safeParse(body)
  if (!read.success) throw new Response('This does not say what is to be saved', { status: 400 })
  return read.data
}
