/** How liquidjs hands a filter its named values. */
export type NamedValue = readonly [name: string, value: unknown]

/** `{{ x | image_url: width: 360 }}` → `{ width: 360 }`. */
export function named(values: readonly NamedValue[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(values)
}
