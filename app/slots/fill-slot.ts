import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage } from '#app/catalog/eligible.ts'
import type { Lock } from '#app/commerce/placement.ts'
import type { Companions } from '#app/models/companions.ts'
import type { Resolver } from '#app/rules/resolve.ts'
import { SLOT_SIZE, type Card, type Slot } from './slot.ts'

export interface Sources {
  readonly catalog: Catalog
  readonly resolver: Resolver
  /** A model's neighbours, and which model it is. */
  readonly companions: Companions
  readonly model: string
}

/**
 * Fills the slot beside the product at `index`: the rules' offers first, then, in an open slot alone, what was bought
 * together. A locked slot holds nothing that no rule chose. The product itself, repeats and what may not be offered stay out.
 */
export function fillSlot(index: number, lock: Lock, sources: Sources): Slot {
  const { catalog, resolver } = sources
  const page = catalog.products[index]
  if (!page || !hasPage(page)) return { kind: 'nothing', why: 'page-not-shown' }

  const cards: Card[] = []
  const taken = new Set([index])
  for (const candidate of candidatesFor(index, lock, sources)) {
    if (taken.has(candidate.index) || !resolver.offerable.has(candidate.index)) continue
    taken.add(candidate.index)
    cards.push({ product: catalog.products[candidate.index]!.id, reason: candidate.reason })
    if (cards.length === SLOT_SIZE) break
  }
  if (cards.length > 0) return { kind: 'filled', cards }
  return { kind: 'nothing', why: lock === 'locked' ? 'no-rule-offers' : 'no-rule-and-too-little-evidence' }
}

function* candidatesFor(
  index: number,
  lock: Lock,
  { catalog, resolver, companions, model }: Sources,
): Generator<{ index: number; reason: Card['reason'] }> {
  for (const { index: offered, rule, guard } of resolver.offersFor(index))
    if (guard === true) yield { index: offered, reason: { by: 'rule', rule: rule.id, name: rule.name } }
  if (lock === 'locked') return
  for (const { product, counts } of companions(catalog.products[index]!.id)) {
    const offered = catalog.indexOf(product)
    if (offered !== undefined) yield { index: offered, reason: { by: 'bought-together', model, counts } }
  }
}
