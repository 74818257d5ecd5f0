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

/** A metaobject that a metafield refers to, such as a category attribute's “Cotton”: its global id, and what it is called. */
export interface NamedMetaobject {
  readonly gid: string
  readonly name: string
}

/** Metafields with what is called something by its name; what is not known by name stays the id that it is. */
export function withNames(metafields: readonly Metafield[], names: ReadonlyMap<string, string>): readonly Metafield[] {
  if (names.size === 0) return metafields
  return metafields.map(({ name, values }) => ({
    name,
    values: values.map((value) => (typeof value === 'string' ? (names.get(value) ?? value) : value)),
  }))
}
