import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { blankRule } from '../blank-rule.ts'
import type { Say } from '../conditions/say.ts'
import type { Condition } from '../conditions/condition.ts'
import { fitName } from '../rule-name.ts'
import type { Rule } from '../rule.ts'
import type { Pairing } from './pairing.ts'

/** Where pairings come from. */
export const PAIRING_SOURCES = ['csv', 'search-discovery'] as const
export type PairingSource = (typeof PAIRING_SOURCES)[number]

/** The rule that a pairing becomes: one product of one source is always the same rule, so that no import makes it twice. */
export function draftPairing({ beside, offer }: Pairing, source: PairingSource, name: string): Rule {
  const blank = blankRule(`${source}-${beside}` as RuleId)
  return {
    ...blank,
    name: fitName(name),
    when: oneOf([beside]),
    offer: { ...blank.offer, where: oneOf(offer), sort: 'picked', most: offer.length },
  }
}

const oneOf = (ids: readonly ProductId[]): Condition => ({ kind: 'all', of: [{ kind: 'product', ids }] })

/** The rules that pairings become, named in the merchant's language. */
export function draftsOf(pairings: readonly Pairing[], source: PairingSource, catalog: Catalog, say: Say): Rule[] {
  return pairings.map((pairing) => {
    const product = catalog.products[catalog.indexOf(pairing.beside) ?? -1]?.title ?? `#${pairing.beside}`
    return draftPairing(pairing, source, say('import.name', { product }))
  })
}
