import { z } from 'zod'

/** What is to be saved, and what stood in its place when its first field was changed: without that it is saved whatever stands there. */
export const saving = z.strictObject({ was: z.unknown().optional(), is: z.unknown() })
export type Saving = z.output<typeof saving>
