/** One of the merchant's own facts about a product, in a form that can be compared. */
export interface Metafield {
  /** Namespace and key: "specs.battery_size". */
  readonly name: string
  /** Never empty. Measures of one type are in one unit: millimetres, grams, millilitres, volts … */
  readonly values: readonly (string | number | boolean)[]
}

interface HasMetafields {
  readonly metafields: readonly Metafield[]
}

/** The values of a product's metafield; empty where it has none of that name. */
export function metafieldOf({ metafields }: HasMetafields, name: string): Metafield['values'] {
  for (const field of metafields) if (field.name === name) return field.values
  return []
}

/** The first number in a product's metafield; undefined where there is none. */
export function numberIn(product: HasMetafields, name: string): number | undefined {
  for (const value of metafieldOf(product, name)) if (typeof value === 'number') return value
  return undefined
}
