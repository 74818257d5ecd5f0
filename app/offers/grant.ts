import type { Minor } from '#app/commerce/money.ts'
import type { CartLine } from './cart.ts'
import { floorOf } from './deal.ts'
import type { DealHere } from './deals-here.ts'
import { savingOn } from './saving.ts'
import { floorAt } from './terms.ts'
import type { Grant } from './granted.ts'
import { grantGift } from './grant-gift.ts'

/** Pieces by line that neither back nor are backed, and what triggers have left of what they back. */
interface Left {
  readonly free: Map<CartLine, number>
  readonly credits: Map<DealHere, number>
}

interface Wanted {
  readonly line: CartLine
  readonly backers: DealHere[]
  /** The most that comes off one of its pieces. */
  best: number
}

/**
 * What the deals of one rule grant on those lines that `wants` tells: at most as many pieces as its triggers back, the dearest savings
 * first, and no piece both backs and is backed. Independent of the order of lines and deals.
 */
export function grantsOf(deals: readonly DealHere[], wants: (line: CartLine) => boolean): Map<string, Grant[]> {
  const [only] = deals
  if (only?.terms.kind === 'gift') return grantGift(deals, only.terms.from, wants)
  return only && deals.length === 1 && isPlain(only) ? grantsOfOne(only, wants) : grantsOfAll(deals, wants)
}

/** One trigger backs all, whichever of its pieces, and is not itself among what it offers: as nearly all deals of a cart are. */
function isPlain({ deal, trigger, terms, triggers }: DealHere): boolean {
  return !deal.offered.includes(trigger) && (terms.kind !== 'bundle-price' || triggers.length === 1)
}

/** What `grantsOfAll` comes to for a plain deal, with a tenth of the work: where this runs, work is counted. */
export function grantsOfOne(here: DealHere, wants: (line: CartLine) => boolean): Map<string, Grant[]> {
  const { triggers, offered } = here
  const wanted: { readonly line: CartLine; readonly off: Minor }[] = []
  for (const line of offered) {
    const off = wants(line) ? savingOf(line, here, triggers[0]!.price) : 0
    if (off > 0) wanted.push({ line, off: off as Minor })
  }
  if (wanted.length > 1) wanted.sort((a, b) => b.off - a.off || byVariant(a.line, b.line))
  let room = roomOf(here)
  const grants = new Map<string, Grant[]>()
  for (const { line, off } of wanted) {
    if (room === 0) break
    const quantity = room < line.quantity ? room : line.quantity
    room -= quantity
    grants.set(line.id, [{ quantity, off }])
  }
  return grants
}

/** Pieces that a plain deal's trigger backs. */
function roomOf({ deal, terms, triggers }: DealHere): number {
  if (terms.kind === 'tiers') return Number.POSITIVE_INFINITY
  let pieces = 0
  for (const { quantity } of triggers) pieces += quantity
  return terms.kind === 'buy-get' ? Math.floor(pieces / terms.buy) * terms.get : pieces * (deal.packs ?? 1)
}

export function grantsOfAll(deals: readonly DealHere[], wants: (line: CartLine) => boolean): Map<string, Grant[]> {
  const left: Left = { free: new Map(), credits: new Map() }
  const wanted = new Map<CartLine, Wanted>()
  for (const here of deals) {
    for (const line of here.triggers) left.free.set(line, line.quantity)
    const dearest = here.triggers.reduce((most, { price }) => Math.max(most, price), 0) as Minor
    for (const line of here.offered) {
      if (!wants(line)) continue
      const off = savingOf(line, here, dearest)
      if (off === 0) continue
      left.free.set(line, line.quantity)
      const known = wanted.get(line)
      if (!known) wanted.set(line, { line, backers: [here], best: off })
      else {
        known.backers.push(here)
        known.best = Math.max(known.best, off)
      }
    }
  }
  const backs = new Map<DealHere, number>()
  for (const { backers } of wanted.values()) for (const here of backers) backs.set(here, (backs.get(here) ?? 0) + 1)
  const byBest = [...wanted.values()].sort((a, b) => b.best - a.best || byVariant(a.line, b.line))
  const grants = new Map<string, Grant[]>()
  for (const { line, backers } of byBest) {
    // Who backs fewest goes first: what backs more is left for the others.
    if (backers.length > 1) backers.sort((a, b) => backs.get(a)! - backs.get(b)! || a.trigger - b.trigger)
    const given: Grant[] = []
    for (const here of backers) giveTo(line, here, left, given)
    if (given.length > 0) grants.set(line.id, given)
  }
  return grants
}

function savingOf({ product, variant, price }: CartLine, { deal, terms, till, pieces }: DealHere, trigger: Minor): Minor {
  return savingOn(price, terms, trigger, pieces, deal.floors ? floorAt(floorOf(deal, product, variant), till) : 0)
}

function giveTo(line: CartLine, here: DealHere, { free, credits }: Left, given: Grant[]): void {
  const { deal, terms, triggers } = here
  // Where the trigger is itself offered, its pieces are what is counted, and none of them is needed beside.
  if (terms.kind === 'tiers') {
    const quantity = free.get(line)!
    free.set(line, 0)
    if (quantity > 0) given.push({ quantity, off: savingOf(line, here, 0 as Minor) })
    return
  }
  const [buy, get] = terms.kind === 'buy-get' ? [terms.buy, terms.get] : [1, deal.packs ?? 1]
  // What a trigger costs tells what comes off beside it, in a bundle alone.
  const isBundle = terms.kind === 'bundle-price'
  const sorted = triggers.length > 1 ? triggers.toSorted(isBundle ? dearestFirst : cheapestFirst) : triggers
  for (const group of isBundle ? sorted.map((one) => [one]) : [sorted]) {
    const off = savingOf(line, here, group[0]!.price)
    if (off === 0) continue
    const credit = credits.get(here) ?? 0
    const pieces = group.reduce((sum, one) => sum + free.get(one)!, 0)
    const onCredit = Math.min(credit, free.get(line)!)
    const room = group.includes(line) ? amongItself(pieces - onCredit, buy, get) : Math.floor(pieces / buy) * get
    const quantity = Math.min(free.get(line)!, credit + room)
    if (quantity <= 0) continue
    take(free, [line], quantity)
    const sets = Math.ceil(Math.max(0, quantity - credit) / get)
    take(free, group, sets * buy)
    credits.set(here, credit + sets * get - quantity)
    given.push({ quantity, off })
  }
}

/** Of so many pieces of one product, those that the others back. */
function amongItself(pieces: number, buy: number, get: number): number {
  const sets = Math.floor(pieces / (buy + get))
  return sets * get + Math.max(0, pieces - sets * (buy + get) - buy)
}

function take(free: Map<CartLine, number>, lines: readonly CartLine[], quantity: number): void {
  let left = quantity
  for (const line of lines) {
    const taken = Math.min(left, free.get(line)!)
    free.set(line, free.get(line)! - taken)
    left -= taken
  }
}

const byVariant = (a: CartLine, b: CartLine) => a.variant - b.variant || (a.id < b.id ? -1 : 1)
const cheapestFirst = (a: CartLine, b: CartLine) => a.price - b.price || byVariant(a, b)
const dearestFirst = (a: CartLine, b: CartLine) => b.price - a.price || byVariant(a, b)
