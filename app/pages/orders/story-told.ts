import type { OrderId, ProductId, RuleId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT, SOURCES, type Placement, type Source } from '#app/commerce/placement.ts'
import type { Origin, OfferOutcome, Story, StoryArm } from '#app/measure/story/story-of.ts'

/** Who put something into a slot. Anybody can write anything into a cart: what names nobody of ours is somebody else. */
export type Author =
  /** A rule, with its name; null once it was deleted. */
  | { readonly kind: 'rule'; readonly rule: RuleId; readonly name: string | null }
  | { readonly kind: 'source'; readonly source: Exclude<Source, 'rules'> }
  | { readonly kind: 'other' }

/** A slot by its names. */
export interface SlotTold {
  readonly placement: Placement | null
  readonly author: Author
}

interface ProductTold {
  readonly product: ProductId | null
  /** Null once the shop has deleted it. */
  readonly title: string | null
}

export interface OfferTold extends ProductTold {
  readonly slot: SlotTold
  /** ISO 8601. */
  readonly at: string
  readonly outcome:
    Exclude<OfferOutcome, { kind: 'bought-elsewhere' }> | { readonly kind: 'bought-elsewhere'; readonly from: SlotTold | null }
}

export interface LineTold extends ProductTold {
  readonly quantity: number
  readonly left: number
  readonly origin: Exclude<Origin, { kind: 'sold' }> | { readonly kind: 'sold'; readonly from: SlotTold; readonly isNoted: boolean }
}

/** An order's story as pages tell it: with names for everything. */
export interface StoryTold {
  readonly order: OrderId
  /** ISO 8601. */
  readonly at: string
  readonly channel: string | null
  readonly isCancelled: boolean
  readonly arm: StoryArm
  readonly offers: readonly OfferTold[]
  readonly lines: readonly LineTold[]
}

/** What names are known by. */
export interface Names {
  readonly titles: ReadonlyMap<ProductId, string>
  readonly rules: ReadonlyMap<RuleId, string>
}

/** Gives names to everything in a story. */
export function tellStory(story: Story, { titles, rules }: Names): StoryTold {
  const named = (product: ProductId | null): ProductTold => ({ product, title: product === null ? null : (titles.get(product) ?? null) })
  const slot = (soldBy: string) => slotTold(soldBy, rules)
  return {
    order: story.order,
    at: new Date(story.at).toISOString(),
    channel: story.channel,
    isCancelled: story.isCancelled,
    arm: story.arm,
    offers: story.offers.map(({ product, soldBy, at, outcome }) => ({
      ...named(product),
      slot: slot(soldBy),
      at: new Date(at).toISOString(),
      outcome:
        outcome.kind === 'bought-elsewhere' ? { kind: outcome.kind, from: outcome.soldBy === null ? null : slot(outcome.soldBy) } : outcome,
    })),
    lines: story.lines.map(({ product, quantity, left, origin }) => ({
      ...named(product),
      quantity,
      left,
      origin: origin.kind === 'sold' ? { kind: origin.kind, from: slot(origin.soldBy), isNoted: origin.isNoted } : origin,
    })),
  }
}

function slotTold(soldBy: string, rules: Names['rules']): SlotTold {
  const [place, author, ref = ''] = soldBy.split('/')
  const placement = EVERY_PLACEMENT.find((one) => one === place) ?? null
  const source = SOURCES.find((one) => one === author)
  if (author === 'rule') return { placement, author: { kind: 'rule', rule: ref as RuleId, name: rules.get(ref as RuleId) ?? null } }
  return { placement, author: source && source !== 'rules' ? { kind: 'source', source } : { kind: 'other' } }
}

/** The slots that a story speaks of, as lines and pages name them. */
export function slotsIn({ offers, lines }: Story): string[] {
  const elsewhere = offers.flatMap(({ outcome }) =>
    outcome.kind === 'bought-elsewhere' && outcome.soldBy !== null ? [outcome.soldBy] : [],
  )
  const sold = lines.flatMap(({ origin }) => (origin.kind === 'sold' ? [origin.soldBy] : []))
  return [...offers.map(({ soldBy }) => soldBy), ...elsewhere, ...sold]
}

/** The rules and products that a story speaks of. */
export function namedIn(stories: readonly Story[]): { readonly rules: RuleId[]; readonly products: ProductId[] } {
  const rules = stories.flatMap(slotsIn).flatMap((slot) => {
    const [, author, ref] = slot.split('/')
    return author === 'rule' && ref ? [ref as RuleId] : []
  })
  const products = stories.flatMap(({ offers, lines }) => [
    ...offers.map(({ product }) => product),
    ...lines.flatMap(({ product }) => (product === null ? [] : [product])),
  ])
  return { rules: [...new Set(rules)], products: [...new Set(products)] }
}
