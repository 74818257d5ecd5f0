import { z } from 'zod'
import type { ProductId } from '#app/commerce/ids.ts'
import type { CopyFault } from '#app/copy/checks/copy-fault.ts'
import { FACETS } from '#app/copy/facts/facet.ts'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { TONES } from '#app/copy/sentences/templates.ts'
import { keepableText } from '#app/platform/keepable-text.ts'

/** More letters than any sentence that fits, with its holes. */
const LONGEST_WORDS = 400
const MOST_NEVER = 200
/** Of a detail, as it stands in a sentence. */
const LONGEST_VALUE = 40

const productId = z
  .int()
  .positive()
  .transform((id) => id as ProductId)
const named = z.strictObject({
  id: z.uuid().optional(),
  locale: z.enum(COPY_LOCALES),
  facet: z.enum(FACETS),
  tone: z.enum(TONES),
})

/** What a merchant may do to what is said of products. */
export const wordsWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('turn'), isOn: z.boolean() }),
  z.strictObject({ kind: z.literal('approve-templates') }),
  z.strictObject({ kind: z.literal('approve'), sentences: z.array(named).min(1).max(500) }),
  z.strictObject({ kind: z.literal('decline'), sentences: z.array(named).min(1).max(500) }),
  z.strictObject({ kind: z.literal('rewrite'), sentence: named, words: keepableText.max(LONGEST_WORDS) }),
  z.strictObject({ kind: z.literal('answer'), locale: z.enum(COPY_LOCALES), word: keepableText.min(1).max(100), isTrue: z.boolean() }),
  z.strictObject({
    kind: z.literal('write'),
    locales: z.array(z.enum(COPY_LOCALES)).min(1),
    mostTokens: z.int().min(1_000).max(50_000_000),
  }),
  z.strictObject({ kind: z.literal('confirm'), product: productId, facet: z.enum(FACETS), value: keepableText.min(1).max(LONGEST_VALUE) }),
  z.strictObject({ kind: z.literal('stop-writing') }),
  z.strictObject({ kind: z.literal('go-on-writing'), mostTokens: z.int().min(1_000).max(50_000_000) }),
  z.strictObject({
    kind: z.literal('settings'),
    language: z.enum(COPY_LOCALES),
    never: z.array(keepableText.trim().min(1).max(100)).max(MOST_NEVER),
  }),
])
export type WordsWish = z.output<typeof wordsWish>
/** As a page sends it. */
export type WordsWishSent = z.input<typeof wordsWish>

export type WordsAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly faults: readonly CopyFault[] }
