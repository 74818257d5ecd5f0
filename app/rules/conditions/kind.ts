import type { Clock } from '#app/catalog/clock.ts'
import type { Product } from '#app/commerce/product.ts'
import type { DrawnGuard } from './drawn.ts'
import type { Field } from './field.ts'

/** What a product bears that a condition can look for. */
export type Key = string | number

/**
 * One kind of condition on a product: data that describes it, and what it looks at. Everything else follows from these:
 * the check, the index, the form, the schema, the sentence (`condition.KIND` of the locale file). It is decided when slots
 * are published.
 */
export type ProductKind<Fact extends { readonly kind: string }> = {
  readonly kind: Fact['kind']
  readonly fields: readonly Field[]
  /** Facts of one aspect look at the same thing of a product and share an index. The kind alone unless said. */
  readonly aspect?: (fact: Fact) => string
  /** How Liquid reads it of a product in a cart; absent where Liquid does not know it. */
  readonly inCart?: (fact: Fact) => DrawnGuard
} & (
  | {
      readonly by: 'keys'
      /** What the product bears. */
      readonly keysOf: (product: Product, fact: Fact) => readonly Key[]
      /** It holds of a product that bears one of these; without a list, of one that bears anything. */
      readonly wanted: (fact: Fact) => readonly Key[] | undefined
    }
  | {
      readonly by: 'number'
      /** Undefined where the product has no such number: then it holds of no range. */
      readonly numberOf: (product: Product, fact: Fact) => number | undefined
      /** Both ends included. */
      readonly range: (fact: Fact, clock: Clock) => readonly [low: number, high: number]
    }
)

/** Names in the form in which they are compared: they differ by neither case nor outer spaces. */
export function fold(name: string): string {
  return name.trim().toLowerCase()
}

/** A value of a metafield in the form in which it is compared: numbers by their shortest writing. */
export function foldValue(value: string | number | boolean): string {
  return fold(String(value))
}

/** The range's ends as numbers; an open end is infinite. */
export function endsOf({ atLeast, atMost }: { readonly atLeast: number | null; readonly atMost: number | null }): [number, number] {
  return [atLeast ?? -Infinity, atMost ?? Infinity]
}
