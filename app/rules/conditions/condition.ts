import { z } from 'zod'
import type { Product } from '#app/commerce/product.ts'
import { either, type SentenceContext } from './kind.ts'
import { CONDITION_KINDS, kindOf, type Fact } from './kinds.ts'

/** What a product must be: facts joined by AND (`all`), OR (`any`) and NOT. An empty `all` holds of every product. */
export type Condition =
  | Fact
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** Conditions nested deeper than this, or wider, are refused unread. */
export const DEEPEST = 8
const WIDEST = 50

const facts = Object.values(CONDITION_KINDS).map(({ schema }) => schema) as z.ZodType<Fact>[]

/** Reads a condition at most `DEEPEST` groups deep; a deeper one is refused with its path. */
export const conditionSchema: z.ZodType<Condition> = level(DEEPEST)

function level(depth: number): z.ZodType<Condition> {
  const below = depth === 0 ? z.never({ error: 'fault.too-deep' }) : z.lazy(() => level(depth - 1))
  const known = [...facts, group('all', below), group('any', below), z.strictObject({ kind: z.literal('not'), of: below })]
  return z.discriminatedUnion('kind', known as never) as unknown as z.ZodType<Condition>
}

function group(kind: 'all' | 'any', below: z.ZodType) {
  return z.strictObject({ kind: z.literal(kind), of: z.array(below).max(WIDEST, 'fault.too-many') })
}

/** Whether the condition holds of the product. An empty `any` holds of none. */
export function holds(condition: Condition, product: Product): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, product))
    case 'any':
      return condition.of.some((part) => holds(part, product))
    case 'not':
      return !holds(condition.of, product)
    default:
      return kindOf(condition).check(product, condition)
  }
}

/** The condition in words that follow "a product": "of type Laptop and tagged gaming". */
export function sayCondition(condition: Condition, context: SentenceContext): string {
  const { say } = context
  switch (condition.kind) {
    case 'all':
      if (condition.of.length === 0) return say('condition.everything')
      return condition.of.map((part) => inside(part, 'any', context)).join(` ${say('condition.and')} `)
    case 'any':
      return either(
        condition.of.map((part) => inside(part, 'all', context)),
        say,
      )
    case 'not':
      return say('condition.not', { of: inside(condition.of, 'group', context) })
    default:
      return kindOf(condition).sentence(condition, context)
  }
}

/** A group inside another kind of group stands in brackets: AND and OR must not run together. */
function inside(part: Condition, bracketed: 'all' | 'any' | 'group', context: SentenceContext): string {
  const words = sayCondition(part, context)
  const isGroup = (part.kind === 'all' || part.kind === 'any') && part.of.length > 1
  return isGroup && (bracketed === 'group' || part.kind === bracketed) ? `(${words})` : words
}
