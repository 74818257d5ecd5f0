import { z } from 'zod'
import type { RuleId } from '#app/commerce/ids.ts'
import { conditionSchema, type Condition } from './conditions/condition.ts'
import { joinSchema, type Join } from './joins/join.ts'

export const SORTS = ['best-selling', 'lowest-price', 'highest-price'] as const
export type Sort = (typeof SORTS)[number]

/** A merchant's cross-selling rule: when a shopper looks at such a product, offer such others. */
export interface Rule {
  readonly id: RuleId
  readonly name: string
  readonly state: 'draft' | 'active'
  /** 1 comes first, 100 last. */
  readonly priority: number
  readonly when: Condition
  readonly offer: {
    readonly where: Condition
    /** All of them must tie the offered product to the one looked at. */
    readonly joins: readonly Join[]
    /** Products that are never offered by this rule, whatever `where` says. */
    readonly except: Condition | null
    readonly sort: Sort
    /** At most so many products of this rule beside one product, 1 to 12. */
    readonly most: number
  }
}

/** The cards that a slot can hold, and so the most that a rule can offer. */
export const MOST_OFFERED = 12

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/),
  name: z.string().trim().min(1, 'fault.name').max(120, 'fault.name-too-long'),
  state: z.enum(['draft', 'active']),
  priority: z.int('fault.priority').min(1, 'fault.priority').max(100, 'fault.priority'),
  when: conditionSchema,
  offer: z.strictObject({
    where: conditionSchema,
    joins: z.array(joinSchema).max(3),
    except: conditionSchema.nullable(),
    sort: z.enum(SORTS),
    most: z.int().min(1).max(MOST_OFFERED),
  }),
})

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
