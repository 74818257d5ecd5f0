import { z } from 'zod'
import { readRule } from '../../read-rule.ts'
import type { Rule } from '../../rule.ts'

/**
 * Why a model made no rule of a sentence: what it may cost is used up; it refuses to be asked, as with a key that was revoked; it gave no
 * answer, or not in time; the answer was no rule of this shop's; it understood no more than was understood without it.
 */
const UNREAD = ['spent', 'refused', 'no-answer', 'unusable', 'no-more'] as const
export type Unread = (typeof UNREAD)[number]

const rule = z.unknown().transform((value, context): Rule => {
  const read = readRule(value)
  if (read.kind === 'rule') return read.rule
  context.addIssue('This is no rule')
  return z.NEVER
})
const mention = z.object({ kind: z.enum(['product', 'collection']), id: z.number(), title: z.string() })
const stretch = z.object({ from: z.number(), to: z.number() })

export const sayingOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), rule, unknown: z.array(stretch), titles: z.array(mention) }),
  z.object({ kind: z.literal('unread'), why: z.enum(UNREAD) }),
])
/** What came of having a model read a sentence: a draft, what of the sentence it does not say, and what it names by id. */
export type SayingOutcome = z.output<typeof sayingOutcome>
