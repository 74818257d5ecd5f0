import { z } from 'zod'
import { keepableText } from '#app/platform/keepable-text.ts'
import { LONGEST_NOTE, REASONS } from '#app/rules/proposals/dismissal.ts'
import { MOST_BEST } from './add-best.tsx'

const key = z.string().max(1_000)

/** What a merchant may do with what is proposed. */
export const proposalWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), key }),
  z.object({ kind: z.literal('draft-all'), keys: z.array(key).min(1).max(MOST_BEST) }),
  z.object({ kind: z.literal('dismiss'), key, reason: z.enum(REASONS), note: keepableText.max(LONGEST_NOTE) }),
  z.object({ kind: z.literal('reopen'), key }),
  z.object({ kind: z.literal('first'), key }),
])
type ProposalWish = z.output<typeof proposalWish>
export type WishTo<Kind extends ProposalWish['kind']> = Extract<ProposalWish, { readonly kind: Kind }>
