import type { Ask } from './ask.ts'
import { column, WIDTH } from './columns.ts'
import { gatherCustomer } from './gather-customer.ts'
import { keepLargest, sortLargest } from './keep-largest.ts'
import type { Knowledge } from './knowledge.ts'
import { claim, clear, exclude, type Workspace } from './workspace.ts'

/** Look-alikes that lend what they were bought with. */
const LENDERS = 20

/**
 * Finds the candidates for an ask and what is known of each; afterwards `space.best` lists the most promising, best first, as
 * slots with all their columns filled.
 */
export function gather(known: Knowledge, space: Workspace, ask: Ask): void {
  clear(space)
  for (const item of ask.given) exclude(space, item)
  for (const item of ask.given) {
    if (ask.unsold) addBorrowed(known, space, item)
    else addPairs(known, space, item, 1)
  }
  for (const item of ask.given) addLookAlikes(known, space, item)
  for (const item of known.popularity.best) claim(space, item)
  if (ask.customer >= 0) gatherCustomer(known.habits, space, ask)
  if (!ask.unsold) addRegression(known, space, ask)
  pickBest(known, space, ask.customer >= 0)
  complete(known, space, ask)
}

/** What a product was bought with, counting `share` of it. */
export function addPairs(known: Knowledge, space: Workspace, item: number, share: number): void {
  const { pairs, surprise, perMass, damped, perRoot, perFashion } = known
  const { x } = space
  const from = item * pairs.width
  const [mass, root, fashion] = [perMass[item]!, perRoot[item]!, perFashion[item]!]
  for (let at = from; at < from + pairs.degree[item]!; at++) {
    const other = pairs.neighbours[at]!
    const slot = claim(space, other)
    if (slot < 0) continue
    const to = slot * WIDTH
    const walk = share * pairs.weight[at]! * mass
    const cosine = share * pairs.together[at]! * root * perRoot[other]!
    x[to + column.walk]! += walk
    x[to + column.dampedWalk]! += walk * damped[other]!
    x[to + column.cosine]! += cosine
    x[to + column.surprise]! += share * surprise[at]!
    x[to + column.fashion]! += share * pairs.fashion[at]! * fashion
    x[to + column.together]! += share * pairs.together[at]!
    x[to + column.reached]! += share
    if (walk > x[to + column.bestWalk]!) x[to + column.bestWalk] = walk
    if (cosine > x[to + column.bestCosine]!) x[to + column.bestCosine] = cosine
  }
}

/** What the look-alikes of a product were bought with, the nearer the more. */
function addBorrowed(known: Knowledge, space: Workspace, item: number): void {
  const { looks } = known.facts
  const from = item * looks.width
  for (let at = from; at < from + Math.min(looks.degree[item]!, LENDERS); at++)
    addPairs(known, space, looks.neighbours[at]!, looks.likeness[at]! ** 2)
}

function addLookAlikes({ facts: { looks } }: Knowledge, space: Workspace, item: number): void {
  const { x } = space
  const from = item * looks.width
  for (let at = from; at < from + looks.degree[item]!; at++) {
    const slot = claim(space, looks.neighbours[at]!)
    if (slot < 0) continue
    const to = slot * WIDTH
    const likeness = looks.likeness[at]!
    x[to + column.likeness]! += likeness
    if (likeness > x[to + column.bestLikeness]!) x[to + column.bestLikeness] = likeness
  }
}

function addRegression({ regression: { size, headOf, weights } }: Knowledge, { count, items, x }: Workspace, { given }: Ask): void {
  const rows = given.map((item) => headOf[item]! * size).filter((row) => row >= 0)
  if (rows.length === 0) return
  for (let slot = 0; slot < count; slot++) {
    const head = headOf[items[slot]!]!
    if (head < 0) continue
    for (let nth = 0; nth < rows.length; nth++) x[slot * WIDTH + column.regression]! += weights[rows[nth]! + head]!
  }
}

/** The scale of a column over all candidates. */
function largest({ count, x }: Workspace, at: number): number {
  let most = 1e-9
  for (let slot = 0; slot < count; slot++) if (x[slot * WIDTH + at]! > most) most = x[slot * WIDTH + at]!
  return most
}

/** A plain sum of models decides who is looked at closely, not who wins. */
function pickBest({ lately }: Knowledge, space: Workspace, isKnown: boolean): void {
  const { x, count, items, best } = space
  const [walk, dampedWalk, cosine] = [largest(space, column.walk), largest(space, column.dampedWalk), largest(space, column.cosine)]
  const [regression, likeness] = [largest(space, column.regression), largest(space, column.likeness)]
  const [often, taste, alike] = isKnown
    ? [largest(space, column.often), largest(space, column.taste), largest(space, column.alike)]
    : [1, 1, 1]
  best.size = 0
  for (let slot = 0; slot < count; slot++) {
    const at = slot * WIDTH
    let base =
      Math.fround(x[at + column.dampedWalk]! / dampedWalk) +
      Math.fround(x[at + column.regression]! / regression) +
      0.5 * Math.fround(x[at + column.walk]! / walk) +
      0.3 * lately[items[slot]!]! +
      (0.3 * x[at + column.likeness]!) / likeness
    if (isKnown)
      base =
        base +
        Math.fround(x[at + column.often]! / often) +
        0.3 * Math.fround(x[at + column.taste]! / taste) +
        0.5 * Math.fround(x[at + column.alike]! / alike)
    x[at + column.base] = base
    keepLargest(best, slot, base)
  }
  sortLargest(best)
  for (let place = 0; place < best.size; place++) {
    const at = best.items[place]! * WIDTH
    x[at + column.relativeDampedWalk] = x[at + column.dampedWalk]! / dampedWalk
    x[at + column.relativeWalk] = x[at + column.walk]! / walk
    x[at + column.relativeCosine] = x[at + column.cosine]! / cosine
    x[at + column.relativeRegression] = x[at + column.regression]! / regression
    x[at + column.relativeOften] = x[at + column.often]! / often
    x[at + column.relativeTaste] = x[at + column.taste]! / taste
    x[at + column.relativeAlike] = x[at + column.alike]! / alike
  }
}

/** Fills the columns that only those looked at closely need. */
function complete(
  { popularity, facts, habits, logs }: Knowledge,
  { best, x, items }: Workspace,
  { given, unsold, customer, at: now }: Ask,
): void {
  // In a cart, what was never sold says nothing.
  const telling = unsold ? given : given.filter((item) => popularity.ever[item]! > 0)
  const share = 1 / Math.max(telling.length, 1)
  let ever = unsold ? Number.NaN : 0
  let price = 0
  for (const item of telling) {
    ever += Math.log1p(popularity.ever[item]!) * share
    price += Math.log1p(facts.prices[item]!) * share
  }
  const { from, baskets, gap } = habits.trails
  const orders = customer < 0 ? 0 : from[customer + 1]! - from[customer]!
  const sinceLast = orders === 0 ? Number.NaN : (now - habits.log.at[baskets[from[customer + 1]! - 1]!]!) / gap
  for (let place = 0; place < best.size; place++) {
    const slot = best.items[place]!
    const item = items[slot]!
    const at = slot * WIDTH
    x[at + column.reached]! *= share
    x[at + column.week] = logs.week[item]!
    x[at + column.month] = logs.month[item]!
    x[at + column.ever] = logs.ever[item]!
    x[at + column.known] = popularity.known[item]!
    x[at + column.rise] = popularity.week[item]! / (popularity.month[item]! + 1)
    x[at + column.price] = logs.price[item]!
    x[at + column.given] = telling.length
    x[at + column.givenEver] = ever
    x[at + column.priceRatio] = x[at + column.price]! - price
    x[at + column.orders] = orders
    x[at + column.sinceLast] = sinceLast
    x[at + column.again] = habits.again[item]!
    if (x[at + column.times]! === 0) x[at + column.lastGaps] = x[at + column.firstGaps] = Number.NaN
    x[at + column.due] = x[at + column.lastGaps]! / (habits.period[item]! + 0.1)
    x[at + column.share] = x[at + column.times]! / Math.max(orders, 1)
  }
}
