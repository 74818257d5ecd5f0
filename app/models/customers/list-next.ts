import { collectCandidates } from '#app/models/candidates/collect-candidates.ts'
import type { Workspace } from '#app/models/candidates/workspace.ts'
import { order, type Ranker } from '#app/models/ranker/ranker.ts'
import type { Knowledge } from '../knowledge.ts'
import { boughtBy, type Bought, type Repurchases } from './repurchases.ts'

/** A product in a customer's list: never bought before, bought again as a rule, or bought and not bought again as a rule. */
export type Kind = 'next' | 'again' | 'bought'

export interface Listed {
  readonly item: number
  readonly kind: Kind
  /** In the log's days: from when it is due again; of what is only bought, until when it counts as just bought; 0 of the rest. */
  readonly day: number
}

/** All that a customer's list is made of. */
export interface NextSources {
  readonly known: Knowledge
  readonly space: Workspace
  /** Learnt of customers with a past who were asked nothing. */
  readonly ranker: Ranker
  readonly repurchases: Repurchases
}

/** Of what was bought before, and of what was not. */
export const LISTED_EACH = 24
/**
 * From this share of the usual wait on something is due again: half of all come back sooner than usual, and what is ranked first is what
 * this customer comes back for. Waiting the whole of it costs a fifth of NDCG@10 of next baskets (`bench -- models --served`).
 */
const DUE_FROM = 0.25
/** For so many days what nobody buys again counts as just bought. */
const JUST_BOUGHT = 30
/** Where too little has happened to learn an order, a customer's own past orders itself, and speaks for nothing else. */
const UNTAUGHT: Ranker = { kind: 'single', by: 'oftenByBasket' }

/**
 * What comes next for a customer on a day, best first: just as the taught order has it, so many at most of what the customer
 * bought before and of what they did not; behind those, what else was just bought.
 */
export function listNext({ known, space, ranker, repurchases }: NextSources, customer: number, at: number): Listed[] {
  const { log, trails } = known.histories
  const bought = boughtBy(log, trails, customer)
  collectCandidates(known, space, { given: [], unsold: false, customer, at })
  order(ranker.kind === 'nothing' ? UNTAUGHT : ranker, space)
  const list: Listed[] = []
  const left = { next: ranker.kind === 'nothing' ? 0 : LISTED_EACH, again: LISTED_EACH }
  const listed = new Set<number>()
  for (let place = 0; place < space.ranked.size && left.next + left.again > 0; place++) {
    const item = space.ranked.items[place]!
    const before = bought.get(item)
    const of = before ? 'again' : 'next'
    if (left[of] === 0) continue
    left[of] -= 1
    listed.add(item)
    list.push(before ? asBought(item, before, repurchases) : { item, kind: 'next', day: 0 })
  }
  const others = [...bought].filter(([item]) => !listed.has(item)).map(([item, before]) => asBought(item, before, repurchases))
  const just = others.filter(({ kind, day }) => kind === 'bought' && day > at).sort((a, b) => b.day - a.day)
  return [...list, ...just.slice(0, LISTED_EACH)]
}

/** The customer's own habit speaks first, then everybody's. */
function asBought(item: number, { lastAt, own }: Bought, { usual }: Repurchases): Listed {
  const wait = own ?? usual[item]!
  return Number.isNaN(wait) ? { item, kind: 'bought', day: lastAt + JUST_BOUGHT } : { item, kind: 'again', day: lastAt + DUE_FROM * wait }
}
