import { z } from 'zod'
import { keepableText } from '#app/platform/keepable-text.ts'
import { LONGEST_WHY } from '#app/rules/versions/maker.ts'

const MOST_CHOSEN = 10_000

const publish = z.strictObject({
  kind: z.literal('publish'),
  digest: z.string(),
  on: z.int().min(0),
  why: keepableText.max(LONGEST_WHY),
  only: z.strictObject({ rules: z.array(z.string().max(64)).max(MOST_CHOSEN), settings: z.boolean() }).optional(),
})
export type PublishWish = z.output<typeof publish>

/** What a merchant may do with what waits. */
export const reviewWish = z.discriminatedUnion('kind', [
  publish,
  z.strictObject({ kind: z.literal('discard') }),
  z.strictObject({ kind: z.literal('take-back') }),
])
