import type { Catalog } from '#app/catalog/catalog.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import type { NamesForSaying } from './names.ts'

/** Of more values nobody names one in a sentence; longer ones are prose. */
const MOST_VALUES = 200
const LONGEST_VALUE = 40

/** What a shop calls its goods: the names of its catalogue, and the values of options and metafields that have few. */
export function namesOf(catalog: Catalog, currency: string): NamesForSaying {
  const { types, tags, vendors } = namesIn(catalog)
  const [options, metafields] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const add = (values: Map<string, Set<string>>, name: string, value: string | number | boolean) => {
    const known = values.get(name) ?? new Set<string>()
    values.set(name, known)
    if (typeof value === 'string' && value.length <= LONGEST_VALUE) known.add(value)
  }
  for (const product of catalog.products) {
    for (const [at, name] of product.options.entries())
      if (name !== 'Title') for (const variant of product.variants) add(options, name, variant.options[at] ?? '')
    for (const { name, values } of product.metafields) for (const value of values) add(metafields, name, value)
  }
  return {
    types,
    tags,
    vendors,
    collections: [...catalog.collections.values()].map(({ id, title }) => ({ id, title })),
    options: few(options),
    metafields: few(metafields),
    currency,
  }
}

const few = (values: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string[]> =>
  Object.fromEntries([...values].map(([name, known]) => [name, known.size <= MOST_VALUES ? [...known].filter(Boolean) : []]))
