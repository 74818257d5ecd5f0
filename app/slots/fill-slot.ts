import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage } from '#app/catalog/eligible.ts'
import type { Lock } from '#app/commerce/placement.ts'
import type { Companions } from '#app/models/companions.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import type { Offer, Resolver } from '#app/rules/resolve.ts'
import { MOST_CARDS, SLOT_SIZE, type Card, type Choice, type Slot } from './slot.ts'

export interface Sources {
  readonly catalog: Catalog
  readonly resolver: Resolver
  /** A model's neighbours, and which model it is. */
  readonly companions: Companions
  readonly model: string
}

type Candidate = Choice & { readonly index: number }

/**
 * Fills the slot beside the product at `index`: the rules' offers first, in an assisted slot in the order of what was bought
 * together; then, in an open slot alone, what was bought together itself. A locked slot holds nothing that no rule chose.
 * The product itself, what may not be offered and what never stands beside it stay out. A product that several chose is one card: it stands where the
 * first of them wanted it, for whoever is the first whose moment has come.
 */
export function fillSlot(index: number, lock: Lock, sources: Sources): Slot {
  const { resolver } = sources
  const page = resolver.products[index]
  if (!page || !hasPage(page)) return { kind: 'nothing', why: 'page-not-shown' }
  if (lock === 'off') return { kind: 'nothing', why: 'off' }

  const { markets } = sources.catalog
  const barrier = resolver.barrierOf(index)
  const chosen = new Map<number, { readonly choices: Choice[]; readonly apart: readonly number[]; readonly notIn: readonly string[] }>()
  let always = 0
  for (const { index: offered, ...choice } of candidatesFor(index, lock, sources)) {
    if (offered === index || !resolver.offerable.has(offered) || barrier.bars(offered)) continue
    if (!chosen.has(offered)) {
      if (chosen.size === MOST_CARDS) continue
      const notIn = markets.flatMap(({ handle, lacks }) => (lacks.has(offered) ? [fold(handle)] : []))
      chosen.set(offered, { choices: [], apart: [...chosen.keys()].filter(resolver.barrierOf(offered).bars), notIn })
    }
    const { choices, apart, notIn } = chosen.get(offered)!
    if (choices.length > 0 && choices.at(-1)!.guard === undefined) continue
    choices.push(choice)
    if (choice.guard === undefined && apart.length === 0 && notIn.length === 0) always += 1
    if (always === SLOT_SIZE) break
  }
  const idOf = (offered: number) => resolver.products[offered]!.id
  const cards = [...chosen].map(([offered, { choices, apart, notIn }]): Card => {
    const [first, ...otherwise] = choices
    return {
      product: idOf(offered),
      ...first!,
      ...(otherwise.length > 0 && { otherwise }),
      ...(apart.length > 0 && { apart: apart.map(idOf) }),
      ...(notIn.length > 0 && { notIn }),
    }
  })
  if (cards.length > 0) return { kind: 'filled', cards }
  return { kind: 'nothing', why: lock === 'open' ? 'no-rule-and-too-little-evidence' : 'no-rule-offers' }
}

function* candidatesFor(index: number, lock: Lock, { catalog, resolver, companions, model }: Sources): Generator<Candidate> {
  const bought = lock === 'locked' ? [] : companions(resolver.products[index]!.id)
  if (lock === 'assisted') {
    const places = new Map(bought.map(({ product }, place) => [catalog.indexOf(product), place]))
    const place = (candidate: Candidate) => places.get(candidate.index) ?? bought.length
    const offers = resolver.offersFor(index).map(toCandidate)
    yield* offers.toSorted((a, b) => place(a) - place(b))
  } else for (const offer of resolver.eachOffer(index)) yield toCandidate(offer)
  if (lock !== 'open') return
  for (const { product, counts } of bought) {
    const offered = catalog.indexOf(product)
    if (offered !== undefined) yield { index: offered, reason: { by: 'bought-together', model, counts } }
  }
}

function toCandidate({ index, rule, guard, need }: Offer): Candidate {
  return {
    index,
    reason: { by: 'rule', rule: rule.id, name: rule.name },
    ...(need && { need }),
    ...(typeof guard !== 'boolean' && { guard }),
  }
}
