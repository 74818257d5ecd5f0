import type { Catalog } from '#app/catalog/catalog.ts'
import type { Need } from '#app/rules/rule.ts'
import { piecesTaken, meetNeed } from '#app/rules/need.ts'
import { bearing } from './bears-word.ts'
import type { Fitting } from './fitting.ts'

const isCount = bearing([
  'count',
  'quantity',
  'number',
  'needs',
  'takes',
  'anzahl',
  'menge',
  'stueck',
  'nombre',
  'aantal',
  'cantidad',
  'numero',
])
const isPack = bearing([
  'pack',
  'pack size',
  'pieces',
  'count',
  'quantity',
  'holds',
  'inhalt',
  'stueck',
  'anzahl',
  'menge',
  'contenu',
  'inhoud',
  'unidades',
  'pezzi',
])

/** The metafields that say how many pieces the triggers take and a pack holds; null where most products do not say. */
export function findNeed({ triggers }: Fitting, offered: readonly number[], { products }: Catalog): Need | null {
  const takes = namedBy(triggers, isCount, (index, name) => piecesTaken(products[index]!, { takes: name, holds: name }) !== undefined)
  const holds = namedBy(offered, isPack, (index, name) => meetNeed(1, products[index]!, { takes: name, holds: name }) !== undefined)
  return takes !== undefined && holds !== undefined ? { takes, holds } : null

  /** The metafield of a fitting name that tells a number of pieces of most of the products. */
  function namedBy(indexes: readonly number[], isNamed: (name: string) => boolean, tells: (index: number, name: string) => boolean) {
    const told = new Map<string, number>()
    for (const index of indexes)
      for (const { name } of products[index]!.metafields)
        if (isNamed(name.slice(name.indexOf('.') + 1)) && tells(index, name)) told.set(name, (told.get(name) ?? 0) + 1)
    return [...told].sort((a, b) => b[1] - a[1]).find(([, times]) => times * 2 > indexes.length)?.[0]
  }
}
