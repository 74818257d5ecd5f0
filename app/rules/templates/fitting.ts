import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage } from '#app/catalog/eligible.ts'
import { foldValue } from '#app/rules/conditions/kind.ts'
import { valuesByName } from '#app/rules/values-by-name.ts'
import { plainly } from './bears-word.ts'

/** Two metafields by which products of the shop fit each other, and the products with a page that something fits. */
export interface Fitting {
  readonly trigger: string
  readonly offered: string
  /** Ascending. */
  readonly triggers: readonly number[]
}

/** Words in a metafield's name that say nothing of what fits what: products of one colour do not belong together. */
const TRAITS = new Set([
  ...['material', 'colour', 'color', 'farbe', 'couleur', 'kleur', 'weight', 'gewicht', 'poids', 'peso', 'warranty', 'garantie'],
  ...[
    'year',
    'years',
    'country',
    'origin',
    'land',
    'brand',
    'marke',
    'age',
    'players',
    'pack',
    'count',
    'pieces',
    'size',
    'name',
    'type',
    'fits',
  ],
])

/**
 * The pair of metafields that ties most products of the shop to the offered ones: what both are about shows in a word that
 * their names share, and a value of the one is a value of the other. Undefined where no such pair ties anything.
 */
export function findFitting(offered: readonly number[], { products }: Catalog): Fitting | undefined {
  const isOffered = new Set(offered)
  const given = valuesByName(offered.map((index) => products[index]!))
  const tied = new Map<string, { trigger: string; offered: string; triggers: number[] }>()
  for (const [index, product] of products.entries()) {
    if (isOffered.has(index) || !hasPage(product)) continue
    for (const { name, values } of product.metafields) {
      for (const [field, known] of given) {
        if (!aboutTheSame(name, field) || !values.some((value) => known.has(foldValue(value)))) continue
        const pair = tied.get(`${name} ${field}`)
        if (pair) pair.triggers.push(index)
        else tied.set(`${name} ${field}`, { trigger: name, offered: field, triggers: [index] })
      }
    }
  }
  return [...tied.values()].reduce<Fitting | undefined>(
    (best, pair) => (best === undefined || pair.triggers.length > best.triggers.length ? pair : best),
    undefined,
  )
}

function aboutTheSame(one: string, other: string): boolean {
  const words = new Set(subjectsOf(other))
  return subjectsOf(one).some((word) => words.has(word))
}

/** The words of a metafield's key that say what it is about. */
function subjectsOf(name: string): string[] {
  const words = plainly(name.slice(name.indexOf('.') + 1)).split(' ')
  return words.filter((word) => !TRAITS.has(word))
}
