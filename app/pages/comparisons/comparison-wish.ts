import { z } from 'zod'
import { COMPARISON_DAYS } from '#app/measure/comparisons/comparison.ts'
import { INCOMPARABLE } from '#app/rules/compared-set.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { ruleId } from '#app/rules/read-rule.ts'

const rule = ruleId.transform((id) => id as RuleId)
const comparison = z.string().regex(/^[\w-]{1,64}$/)

/** What a merchant may do with two rules: begin to compare them, stop that, and when it is over use either. */
export const comparisonWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), a: rule, b: rule, days: z.literal(COMPARISON_DAYS) }),
  z.strictObject({ kind: z.literal('stop'), comparison }),
  z.strictObject({ kind: z.literal('use-b'), comparison }),
  z.strictObject({ kind: z.literal('keep-a'), comparison }),
])
export type ComparisonWish = z.output<typeof comparisonWish>
/** As a page sends it. */
export type ComparisonWishSent = z.input<typeof comparisonWish>

export const WHY_NOT = [...INCOMPARABLE, 'runs-already', 'not-measured', 'changed-meanwhile', 'too-much'] as const
export type WhyNot = (typeof WHY_NOT)[number]

export type ComparisonAnswer =
  { readonly kind: 'done'; readonly did: ComparisonWish['kind'] } | { readonly kind: 'refused'; readonly why: WhyNot }
