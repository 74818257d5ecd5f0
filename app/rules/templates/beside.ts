import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage } from '#app/catalog/eligible.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import { bearing, plainly, wordsBesides } from './bears-word.ts'
import type { Goods } from './goods.ts'
import type { Template } from './template.ts'

/** Words in the name of goods that say nothing of what they go beside. */
const EMPTY_WORDS = new Set(['spare', 'replacement', 'ersatz', 'accessories', 'accessory', 'products', 'produkte', 'zubehor', 'produits'])
/** Shorter words say nothing either: “for”, “de”, “und”. */
const SHORTEST = 4

/**
 * The product types, as the shop writes them and in alphabetical order, beside which goods go that no metafield ties. Goods
 * whose name says it, such as a phone charger, go beside that alone; others beside what they go with in many shops. What
 * bears the words of `accessories` is no such type: a charger for phones goes beside no phone case.
 */
export function typesBeside(goods: Goods, template: Template, accessories: readonly string[], { products }: Catalog): string[] {
  const [isBeside, isAccessory] = [bearing(template.beside), bearing(accessories)]
  const said = wordsBesides(template.offered, goods.name).filter((word) => word.length >= SHORTEST && !EMPTY_WORDS.has(word))
  const isSaid = (type: string) =>
    plainly(type)
      .split(' ')
      .some((word) => said.some((one) => word.startsWith(one) || (word.length >= SHORTEST && one.startsWith(word))))
  const types = new Map<string, string>()
  for (const product of products) if (!types.has(fold(product.type)) && hasPage(product)) types.set(fold(product.type), product.type)
  return [...types.values()]
    .filter((type) => !isAccessory(type) && (said.length > 0 ? isSaid(type) : isBeside(type)))
    .sort((a, b) => (a < b ? -1 : 1))
}
