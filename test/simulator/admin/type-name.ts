const names = new WeakMap<object, string>()

/** Notes the GraphQL type of a source that is reached through an interface or a union. Returns the source. */
export function asType<T extends object>(name: string, source: T): T {
  names.set(source, name)
  return source
}

/** The noted type. Throws for a source that nobody named. */
export function typeNameOf(source: object): string {
  const name = names.get(source)
  if (!name) throw new Error(`A source without a GraphQL type: ${JSON.stringify(source).slice(0, 120)}`)
  return name
}
