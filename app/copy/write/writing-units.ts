import type { ProductId } from '#app/commerce/ids.ts'
import type { KnownProduct } from '../known-products.ts'
import { FACETS, type Facet } from '../facts/facet.ts'
import type { CopyLocale } from '../sentences/locale.ts'

/** What is written at once: sentences in one language about all products of a type. */
export interface WritingUnit {
  readonly type: string
  readonly locale: CopyLocale
  /** What is true of any of them. */
  readonly facets: readonly Facet[]
  readonly products: readonly ProductId[]
}

/** In the order of types and then languages, the same every time, so that writing can be taken up where it was left. */
export function writingUnits(known: readonly KnownProduct[], locales: readonly CopyLocale[]): WritingUnit[] {
  const byType = new Map<string, KnownProduct[]>()
  for (const one of known) {
    if (one.product.type === '' || one.facts.length === 0) continue
    const alike = byType.get(one.product.type)
    if (alike) alike.push(one)
    else byType.set(one.product.type, [one])
  }
  return [...byType]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([type, alike]) => {
      const facets = FACETS.filter((facet) => alike.some(({ facts }) => facts.some((fact) => fact.facet === facet)))
      return locales.map((locale) => ({ type, locale, facets, products: alike.map(({ product }) => product.id) }))
    })
}

/** What is left once a unit was reached, given as [type, language]; everything where none was. Types may have come and gone since. */
export function unitsAfter(units: readonly WritingUnit[], reached: readonly string[]): WritingUnit[] {
  const [type, locale] = reached
  if (type === undefined) return [...units]
  const ofType = units.filter((unit) => unit.type === type)
  const done = ofType.slice(0, ofType.findIndex((unit) => unit.locale === locale) + 1)
  return units.filter((unit) => unit.type >= type && !done.includes(unit))
}
