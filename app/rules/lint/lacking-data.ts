import type { Catalog } from '#app/catalog/catalog.ts'
import type { Product } from '#app/commerce/product.ts'
import { joinKindOf, type Join } from '#app/rules/joins/joins.ts'
import { givenTo } from '#app/rules/joins/tie-to.ts'
import { meetNeed, piecesTaken } from '#app/rules/need.ts'
import type { RuleInShop } from './linted-shop.ts'

/** Products that lack what the merchant would have to fill in for a rule to tie them. */
export interface Lacking {
  readonly side: 'trigger' | 'offered'
  readonly path: string
  /** What is not filled in: a metafield, an option, the start of a tag. */
  readonly name: string
  /** The join that asks for it; undefined where it is a need. */
  readonly join?: Join
  readonly products: readonly number[]
  readonly of: number
}

/** What the products of a rule lack for its joins and for its need, in the rule's own order; what nothing lacks is left out. */
export function lackingData({ rule, pages, offerable }: RuleInShop, { products }: Catalog): Lacking[] {
  const { joins, need } = rule.offer
  if (joins.length === 0 && need === null) return []
  const offered = [...offerable]
  const lacking = (among: readonly number[], has: (product: Product) => boolean) => ({
    products: among.filter((index) => !has(products[index]!)),
    of: among.length,
  })
  const ofJoins = joins.flatMap((join, at): Lacking[] => {
    const kind = joinKindOf(join)
    const path = `offer.joins.${at}`
    const trigger = { side: 'trigger', path, name: nameFor('trigger', join), join } as const
    const ofTrigger = { ...trigger, ...lacking(pages, (product) => givenTo(join, product) !== undefined) }
    if (kind.by === 'number') return [ofTrigger]
    return [
      ofTrigger,
      {
        ...trigger,
        side: 'offered',
        name: nameFor('offered', join),
        ...lacking(offered, (product) => kind.ofOffered(product, join).length > 0),
      },
    ]
  })
  const ofNeed: Lacking[] = need
    ? [
        {
          side: 'trigger',
          path: 'offer.need.takes',
          name: need.takes,
          ...lacking(pages, (product) => piecesTaken(product, need) !== undefined),
        },
        {
          side: 'offered',
          path: 'offer.need.holds',
          name: need.holds,
          ...lacking(offered, (product) => meetNeed(1, product, need) !== undefined),
        },
      ]
    : []
  return [...ofJoins, ...ofNeed].filter(({ name, products: found }) => name !== '' && found.length > 0)
}

/** What a join looks at on one side, as the merchant wrote it; empty where they had nothing to write. */
function nameFor(side: Lacking['side'], join: Join): string {
  const fields = joinKindOf(join).fields.filter(({ kind }) => kind !== 'percent')
  const own = fields.find(({ name }) => (side === 'trigger') === (name === 'trigger')) ?? fields[0]
  const written = own ? (join as unknown as Readonly<Record<string, string>>)[own.name]! : ''
  return own?.kind === 'prefix' && written !== '' ? `${written}…` : written
}
