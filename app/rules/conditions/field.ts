import type { CollectionId, ProductId } from '#app/commerce/ids.ts'

/** Where the names that a merchant chooses among come from. */
export type NameSource = 'tags' | 'types' | 'vendors' | 'categories' | 'values' | 'customer-tags' | 'markets' | 'languages'

/** What a range counts: minor units of the shop's currency, pieces or orders, percent, or plain numbers. */
export type Unit = 'money' | 'count' | 'percent' | 'number'

/**
 * One thing that a merchant fills in for a condition: form, sentence, schema and lint draw themselves from it. What is
 * filled in stands in the condition as the interface below of the same name says.
 */
export type Field =
  | { readonly kind: 'products' }
  | { readonly kind: 'collections' }
  | { readonly kind: 'names'; readonly source: NameSource }
  | { readonly kind: 'name'; readonly source: 'metafields' | 'options' }
  | { readonly kind: 'range'; readonly unit: Unit }
  | { readonly kind: 'days' }
  | { readonly kind: 'dates' }
  | { readonly kind: 'weekdays' }
  | { readonly kind: 'goods' }

export interface Products {
  readonly ids: readonly ProductId[]
}

export interface Collections {
  readonly ids: readonly CollectionId[]
}

export interface Names {
  /** Any one of them is enough. They differ by neither case nor outer spaces. */
  readonly names: readonly string[]
}

export interface Name {
  /** Of a metafield ("specs.battery_size") or of an option ("Size"). */
  readonly name: string
}

/** Both ends are included; an open end is null, and not both are open. */
export interface Range {
  readonly atLeast: number | null
  readonly atMost: number | null
}

export interface Days {
  readonly days: number
}

/** Days as "2026-12-24" in the shop's time zone, both included; an open end is null, and not both are open. */
export interface Dates {
  readonly from: string | null
  readonly to: string | null
}

export interface Weekdays {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[]
}
