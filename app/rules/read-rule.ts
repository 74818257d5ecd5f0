import { z } from 'zod'
import { EVERY_PLACEMENT, type Placement } from '#app/commerce/placement.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { conditionSchema, whenSchema } from './conditions/condition-schema.ts'
import { metafieldName } from './conditions/field-schema.ts'
import { discountSchema } from './discount-schema.ts'
import { joinSchema } from './joins/join-schema.ts'
import { LAST_PLACE } from './place.ts'
import { LONGEST_NAME } from './rule-name.ts'
import { MOST_OFFERED, SORTS, type Rule } from './rule.ts'

/** Stable through edits, and safe in an address. */
export const ruleId = z.string().regex(/^[\w-]{1,64}$/)

interface RuleParts {
  readonly when: z.ZodType
  readonly condition: z.ZodType
  readonly join: z.ZodType
}

/** A rule of the given parts: of what reads them, or of what describes them. */
export function ruleOf({ when, condition, join }: RuleParts) {
  return z.strictObject({
    id: ruleId,
    name: keepableText.min(1, 'fault.name').max(LONGEST_NAME, 'fault.name-too-long'),
    state: z.enum(['draft', 'active']),
    priority: z.int('fault.priority').min(1, 'fault.priority').max(LAST_PLACE, 'fault.priority'),
    when,
    at: z
      .array(z.enum(EVERY_PLACEMENT as [Placement, ...Placement[]]))
      .min(1, 'fault.choose-one')
      .optional(),
    offer: z
      .strictObject({
        where: condition,
        joins: z.array(join).max(3, 'fault.too-many-joins'),
        except: condition.nullable(),
        sort: z.enum(SORTS),
        most: z.int().min(1).max(MOST_OFFERED),
        need: z.strictObject({ takes: metafieldName, holds: metafieldName }).nullable().default(null),
        nest: z.literal(true).optional(),
        closesGap: z.literal(true).optional(),
        instead: z.union([z.literal(true), z.literal('subscription')]).optional(),
        discount: discountSchema.optional(),
      })
      .refine(isWhole, { path: ['instead'], message: 'fault.subscription-alone' }),
    // Rules of the first days say nothing of these three.
    stop: z.boolean().default(false),
    fallback: z.boolean().default(false),
  })
}

/** A subscription of the same product is tied to nothing else, and what it costs its plan says. */
function isWhole({ instead, joins, need, nest, closesGap, discount }: Readonly<Record<string, unknown>>): boolean {
  return instead !== 'subscription' || ((joins as readonly unknown[]).length === 0 && !need && !nest && !closesGap && !discount)
}

const ruleSchema = ruleOf({ when: whenSchema, condition: conditionSchema, join: joinSchema })

export type RuleReading = { readonly kind: 'rule'; readonly rule: Rule } | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

export interface Fault {
  /** Where in the document, such as `when.of.0.names`. */
  readonly path: string
  /** A key of the locale file (`fault.choose-one`), or for what no form can produce, English words. */
  readonly message: string
}

/** Reads a rule out of any value: whole, or refused with the path and the reason of every fault. */
export function readRule(document: unknown): RuleReading {
  const read = ruleSchema.safeParse(document)
  if (read.success) return { kind: 'rule', rule: read.data as unknown as Rule }
  return { kind: 'refused', faults: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
}
