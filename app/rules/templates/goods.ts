import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import { bearing } from './bears-word.ts'
import type { Template } from './template.ts'

/** Products of one type, tag or category, as the shop writes it. */
export interface Goods {
  readonly kind: 'type' | 'tag' | 'category'
  readonly name: string
  /** Ascending. */
  readonly indexes: readonly number[]
}

/**
 * The goods of the shop that a template offers, those with the most products first: by type; where no type bears its words,
 * by category; where none does either, by tag. Goods of which nothing may be offered are none.
 */
export function offeredGoods({ offered, unlike }: Pick<Template, 'offered' | 'unlike'>, { products }: Catalog): Goods[] {
  const [isOffered, isUnlike] = [bearing(offered), bearing(unlike)]
  for (const kind of ['type', 'category', 'tag'] as const) {
    const found = new Map<string, { name: string; indexes: number[] }>()
    for (const [index, product] of products.entries()) {
      for (const name of namesOf[kind](product)) {
        if (!isOffered(lastPart(name)) || isUnlike(lastPart(name))) continue
        const known = found.get(fold(name))
        if (known) known.indexes.push(index)
        else found.set(fold(name), { name, indexes: [index] })
      }
    }
    const sellable = [...found.values()].filter(({ indexes }) => indexes.some((index) => whyIneligible(products[index]!) === undefined))
    if (sellable.length > 0) return sellable.map((goods) => ({ kind, ...goods })).sort((a, b) => b.indexes.length - a.indexes.length)
  }
  return []
}

const namesOf: Readonly<Record<Goods['kind'], (product: Catalog['products'][number]) => readonly string[]>> = {
  type: ({ type }) => [type],
  category: ({ category }) => (category === null ? [] : [category]),
  tag: ({ tags }) => tags,
}

/** Of a category, what it is itself: the last part of its path. */
function lastPart(name: string): string {
  return name.split(' > ').at(-1)!
}
