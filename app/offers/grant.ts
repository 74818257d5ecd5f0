import type { ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { CartLine } from './cart.ts'
import { floorOf, type Deal } from './deal.ts'
import { savingOn } from './saving.ts'
import { floorAt, type Terms, type Till } from './terms.ts'

/** A deal of a rule whose trigger is in the cart. */
export interface DealHere {
  readonly deal: Deal
  readonly trigger: ProductId
  readonly terms: Terms
  readonly till: Till
}

/** Some pieces of one line that cost the same less. */
export interface Grant {
  readonly quantity: number
  readonly off: Minor
}

/**
 * What one rule grants on `wanted` lines of a cart: at most as many pieces as its triggers back, the dearest savings first, and no piece
 * both backs and is backed. Independent of the order of lines and deals.
 */
export function grantsOf(deals: readonly DealHere[], lines: readonly CartLine[], wanted: ReadonlySet<string>): Map<string, Grant[]> {
  const free = new Map(lines.map(({ id, quantity }) => [id, quantity]))
  const credits = new Map<DealHere, number>()
  const offering = new Map(lines.map((line) => [line.id, deals.filter(({ deal }) => deal.offered.includes(line.product))]))
  const byBest = lines
    .filter(({ id }) => wanted.has(id))
    .map((line) => ({ line, best: Math.max(0, ...offering.get(line.id)!.map((here) => bestOn(line, here, lines))) }))
    .filter(({ best }) => best > 0)
    .sort((a, b) => b.best - a.best || a.line.variant - b.line.variant || (a.line.id < b.line.id ? -1 : 1))
  const backs = new Map(deals.map((here) => [here, byBest.filter(({ line }) => here.deal.offered.includes(line.product)).length]))
  const grants = new Map<string, Grant[]>()
  for (const { line } of byBest) {
    const backers = offering.get(line.id)!.toSorted((a, b) => backs.get(a)! - backs.get(b)! || a.trigger - b.trigger)
    const given = backers.flatMap((here) => giveTo(line, here, lines, free, credits))
    if (given.length > 0) grants.set(line.id, given)
  }
  return grants
}

function bestOn(line: CartLine, here: DealHere, lines: readonly CartLine[]): Minor {
  const dearest = Math.max(0, ...triggersOf(here, lines).map(({ price }) => price)) as Minor
  return savingOf(line, here, dearest, lines)
}

function savingOf(
  { product, variant, price }: CartLine,
  { deal, terms, till }: DealHere,
  trigger: Minor,
  lines: readonly CartLine[],
): Minor {
  const pieces = terms.kind === 'tiers' ? piecesIn(lines.filter((line) => deal.offered.includes(line.product))) : 0
  return savingOn(price, terms, { trigger, pieces, floor: floorAt(floorOf(deal, product, variant), till) })
}

const triggersOf = ({ trigger }: DealHere, lines: readonly CartLine[]) => lines.filter(({ product }) => product === trigger)
const piecesIn = (lines: readonly CartLine[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0)

/** Pieces by line that neither back nor are backed. */
type Free = Map<string, number>

function giveTo(line: CartLine, here: DealHere, lines: readonly CartLine[], free: Free, credits: Map<DealHere, number>): Grant[] {
  const { deal, terms } = here
  if (terms.kind === 'tiers') return giveTier(line, here, lines, free)
  const [buy, get] = terms.kind === 'buy-get' ? [terms.buy, terms.get] : [1, deal.packs ?? 1]
  const grants: Grant[] = []
  // What a trigger costs tells what comes off beside it, in a bundle alone.
  const triggers = triggersOf(here, lines).toSorted(terms.kind === 'bundle-price' ? dearestFirst : cheapestFirst)
  const groups = terms.kind === 'bundle-price' ? triggers.map((one) => [one]) : [triggers]
  for (const group of groups) {
    const off = savingOf(line, here, (group[0]?.price ?? 0) as Minor, lines)
    if (off === 0) continue
    const left = credits.get(here) ?? 0
    const pieces = group.reduce((sum, { id }) => sum + free.get(id)!, 0)
    const onCredit = Math.min(left, free.get(line.id)!)
    const room = group.includes(line) ? amongItself(pieces - onCredit, buy, get) : Math.floor(pieces / buy) * get
    const quantity = Math.min(free.get(line.id)!, left + room)
    if (quantity <= 0) continue
    take(free, [line], quantity)
    const sets = Math.ceil(Math.max(0, quantity - left) / get)
    take(free, group, sets * buy)
    credits.set(here, left + sets * get - quantity)
    grants.push({ quantity, off })
  }
  return grants
}

/** Where the trigger is itself offered, its pieces are what is counted and none of them is needed beside. */
function giveTier(line: CartLine, here: DealHere, lines: readonly CartLine[], free: Free): Grant[] {
  const off = savingOf(line, here, 0 as Minor, lines)
  const quantity = free.get(line.id)!
  if (off === 0 || quantity === 0) return []
  free.set(line.id, 0)
  return [{ quantity, off }]
}

/** Of so many pieces of one product, those that the others back. */
function amongItself(pieces: number, buy: number, get: number): number {
  const sets = Math.floor(pieces / (buy + get))
  return sets * get + Math.max(0, pieces - sets * (buy + get) - buy)
}

function take(free: Free, lines: readonly CartLine[], quantity: number): void {
  let left = quantity
  for (const { id } of lines) {
    const taken = Math.min(left, free.get(id)!)
    free.set(id, free.get(id)! - taken)
    left -= taken
  }
}

const cheapestFirst = (a: CartLine, b: CartLine) => a.price - b.price || a.variant - b.variant || (a.id < b.id ? -1 : 1)
const dearestFirst = (a: CartLine, b: CartLine) => b.price - a.price || a.variant - b.variant || (a.id < b.id ? -1 : 1)
