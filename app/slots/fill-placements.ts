import { BESIDE_A_PRODUCT, BESIDE_NO_PRODUCT, PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import { mixAt, type PlacementMix } from '#app/rules/mix.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { isNamed, speaksFor } from '#app/rules/rule.ts'
import { canonical } from '#app/rules/versions/canonical.ts'
import { fillSlot } from './fill-slot.ts'
import type { FilledPlacement, FilledSlot, Slot } from './slot.ts'
import type { Sources } from './sources.ts'

/** Fills all placements of a set of rules. */
export interface Filler {
  /** Everything that stands beside the product at an index: on its page, and in a cart that holds it. In the order of the placements. */
  readonly beside: (index: number) => readonly FilledPlacement[]
  /** Everything that stands where no product is looked at; of carts, what stands in an empty one. */
  readonly besideNothing: () => readonly FilledPlacement[]
}

/**
 * Fills the slots of one placement, from the top of the page down: no product stands twice on a page. `index` is of the product
 * that is looked at, or that lies in the cart.
 */
export function fillPlacement(index: number | undefined, placement: Placement, mix: PlacementMix, sources: Sources): FilledSlot[] {
  const taken = new Set<number>()
  return mix.slots.map((one) => {
    const slot = fillSlot(index, { placement, mix: one, adjust: mix.adjust, taken }, sources)
    // What may stand in one slot at some moment stands in no other at any.
    if (mix.slots.length > 1) for (const offered of indexesOf(slot, sources)) taken.add(offered)
    return { lock: one.lock, slot }
  })
}

/** The slots of one placement of a set, beside the product at an index. */
export function fillBeside(
  index: number,
  placement: Placement,
  { placements }: Pick<RuleSet, 'placements'>,
  sources: Sources,
): FilledSlot[] {
  return fillPlacement(index, placement, mixAt(placements, placement), sources)
}

/** Makes ready to fill every placement of a set. Placements at which just the same stands are filled once. */
export function fillerOf(set: Pick<RuleSet, 'rules' | 'placements' | 'neverTogether'>, sources: Sources): Filler {
  const besideProducts = sharing(BESIDE_A_PRODUCT, set, speaksFor)
  return {
    beside: (index) => fillKinds(index, BESIDE_A_PRODUCT, besideProducts, sources),
    besideNothing: () => fillKinds(undefined, BESIDE_NO_PRODUCT, sharing(BESIDE_NO_PRODUCT, set, isNamed), sources),
  }
}

/** In the order of `among`, however the set shares: what two sets fill is compared place by place. */
function fillKinds(index: number | undefined, among: readonly Placement[], kinds: readonly Kind[], sources: Sources): FilledPlacement[] {
  const filled = new Map(
    kinds.flatMap(({ mix, of }) => {
      const slots = fillPlacement(index, of[0]!, mix, sources)
      return of.map((placement) => [placement, slots] as const)
    }),
  )
  return among.map((placement) => ({ placement, slots: filled.get(placement)! }))
}

interface Kind {
  readonly mix: PlacementMix
  readonly of: readonly Placement[]
}

function sharing(
  among: readonly Placement[],
  { rules, placements, neverTogether }: Parameters<typeof fillerOf>[0],
  speaks: typeof speaksFor,
): Kind[] {
  const kinds = new Map<string, { mix: PlacementMix; of: Placement[] }>()
  for (const placement of among) {
    const mix = mixAt(placements, placement)
    const speaking = rules.map((rule) => Number(speaks(rule, placement))).join('')
    // A cart holds more than one product to be kept apart from; what sells best is bound to a collection on its page alone.
    const isOther = placement === 'collection' || (neverTogether.length > 0 && PLACEMENTS[placement].about === 'cart')
    const key = canonical([mix, speaking, isOther])
    const known = kinds.get(key)
    if (known) known.of.push(placement)
    else kinds.set(key, { mix, of: [placement] })
  }
  return [...kinds.values()]
}

/** The products that may stand in a slot at some moment, by their places in the catalogue. */
export function indexesOf(slot: Slot, { catalog }: Sources): number[] {
  return slot.kind === 'filled' ? slot.cards.flatMap(({ product }) => catalog.indexOf(product) ?? []) : []
}
