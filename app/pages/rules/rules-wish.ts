import { z } from 'zod'
import { BULK_ACTIONS, MOST_EDITS } from '#app/rules/versions/rule-edit.ts'
import { ruleEditsSchema } from '#app/rules/versions/rule-edit-schema.ts'

/** What a merchant may do with several rules at once, or with the order of them all. */
export const rulesWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bulk'), action: z.enum(BULK_ACTIONS), ids: z.array(z.string()).max(MOST_EDITS) }),
  z.strictObject({ kind: z.literal('move'), id: z.string().max(64), by: z.literal([-1, 1]) }),
  z.strictObject({ kind: z.literal('place'), id: z.string().max(64), side: z.enum(['before', 'behind']), beside: z.string().max(64) }),
  z.strictObject({ kind: z.literal('edit'), edits: ruleEditsSchema }),
])
type RulesWish = z.output<typeof rulesWish>
export type WishTo<Kind extends RulesWish['kind']> = Extract<RulesWish, { readonly kind: Kind }>
