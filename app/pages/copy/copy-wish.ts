import { z } from 'zod'
import type { ProductId } from '#app/commerce/ids.ts'
import type { CopyFault } from '#app/copy/checks/copy-fault.ts'
import { LONGEST_VALUE } from '#app/copy/facts/fact.ts'
import { FACETS } from '#app/copy/facts/facet.ts'
import { LONGEST_SENTENCE } from '#app/copy/sentences/sentence.ts'
import { placeOf, TONES, TOPICS } from '#app/copy/sentences/hole.ts'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { LEAST_TOKENS, MOST_TOKENS } from '#app/copy/write/what-it-costs.ts'
import { keepableText } from '#app/platform/keepable-text.ts'

const MOST_NEVER = 200
/** Of one pattern: more than a shop has types of products. */
const MOST_SENTENCES = 5_000

const productId = z
  .int()
  .positive()
  .transform((id) => id as ProductId)
const named = z
  .strictObject({
    id: z.uuid().optional(),
    locale: z.enum(COPY_LOCALES),
    facet: z.enum(TOPICS),
    tone: z.enum(TONES),
  })
  .refine(({ facet, tone }) => placeOf(facet, tone) !== undefined)

/** What a merchant may do to what is said of products. */
export const copyWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('turn'), isOn: z.boolean() }),
  z.strictObject({ kind: z.literal('approve-templates') }),
  z.strictObject({ kind: z.literal('approve-waiting'), locale: z.enum(COPY_LOCALES) }),
  z.strictObject({ kind: z.literal('approve'), sentences: z.array(named).min(1).max(MOST_SENTENCES) }),
  z.strictObject({ kind: z.literal('decline'), sentences: z.array(named).min(1).max(MOST_SENTENCES) }),
  z.strictObject({ kind: z.literal('rewrite'), sentence: named, words: keepableText.max(LONGEST_SENTENCE) }),
  z.strictObject({ kind: z.literal('answer'), locale: z.enum(COPY_LOCALES), word: keepableText.min(1).max(100), isTrue: z.boolean() }),
  z.strictObject({
    kind: z.literal('write'),
    locales: z.array(z.enum(COPY_LOCALES)).min(1),
    mostTokens: z.int().min(LEAST_TOKENS).max(MOST_TOKENS),
  }),
  z.strictObject({
    kind: z.literal('confirm'),
    product: productId,
    facet: z.enum(FACETS).exclude(['price']),
    value: keepableText.min(1).max(LONGEST_VALUE),
  }),
  z.strictObject({ kind: z.literal('stop-writing') }),
  z.strictObject({ kind: z.literal('go-on-writing'), mostTokens: z.int().min(LEAST_TOKENS).max(MOST_TOKENS) }),
  z.strictObject({
    kind: z.literal('settings'),
    language: z.enum(COPY_LOCALES),
    never: z.array(keepableText.trim().min(1).max(100)).max(MOST_NEVER),
  }),
])
export type CopyWish = z.output<typeof copyWish>
/** As a page sends it. */
export type CopyWishSent = z.input<typeof copyWish>

export type CopyAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly faults: readonly CopyFault[] }
