import { z } from 'zod'
import type { CartFact } from './cart-fact.ts'
import type { Condition, When } from './condition.ts'
import type { Field } from './field.ts'
import { faultBetween, shapeOf } from './field-schema.ts'
import { MOMENT_KINDS, PRODUCT_KINDS, type Fact } from './kinds.ts'
import { factsIn, type Tree } from './tree.ts'

/** Conditions nested deeper than this, or wider, are refused unread. */
export const DEEPEST = 8
export const WIDEST = 50
/** What one condition may look at, all groups together. */
const MOST_FACTS = 200

const productKinds = Object.values(PRODUCT_KINDS)
const cartKinds = productKinds.filter(({ inCart }) => inCart)

/** Reads a condition on a product, at most `DEEPEST` groups deep; a deeper one is refused with its path. */
export const conditionSchema = bounded(treeOf(productKinds.map(schemaOf))) as unknown as z.ZodType<Condition>

/** Reads when a rule applies: a condition on the product and on the moment. */
export const whenSchema = bounded(treeOf([...productKinds, ...Object.values(MOMENT_KINDS)].map(schemaOf))) as unknown as z.ZodType<When>

function schemaOf({ kind, fields }: { readonly kind: Fact['kind']; readonly fields: readonly Field[] }): z.ZodType {
  const shape = Object.assign({}, ...fields.map((field) => shapeOf(field, () => goods))) as Record<string, z.ZodType>
  return z.strictObject({ kind: z.literal(kind), ...shape }).check(({ value, issues }) => {
    for (const field of fields) {
      const fault = faultBetween(field, value)
      if (fault) issues.push({ code: 'custom', path: [fault.path], message: fault.message, input: value })
    }
  })
}

const goods: z.ZodType<Tree<CartFact>> = treeOf(cartKinds.map(schemaOf)) as z.ZodType<Tree<CartFact>>

function treeOf(facts: readonly z.ZodType[]): z.ZodType {
  let below: z.ZodType = z.never({ error: 'fault.too-deep' })
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const known = [...facts, group('all', below), group('any', below), z.strictObject({ kind: z.literal('not'), of: below })]
    below = z.discriminatedUnion('kind', known as never)
  }
  return below
}

function group(kind: 'all' | 'any', below: z.ZodType) {
  return z.strictObject({ kind: z.literal(kind), of: z.array(below).max(WIDEST, 'fault.too-many') })
}

function bounded(tree: z.ZodType) {
  return tree.refine((condition) => countFacts(condition as When) <= MOST_FACTS, 'fault.too-many')
}

function countFacts(condition: When): number {
  return factsIn(condition).reduce((sum, fact) => sum + (fact.kind === 'cart-contains' ? factsIn(fact.of).length : 1), 0)
}
