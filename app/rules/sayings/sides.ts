import type { Item } from './item.ts'

/** What is said of the goods beside which something is offered, and what of the goods that are. */
export interface Sides {
  readonly trigger: readonly Item[]
  readonly offer: readonly Item[]
}

const isGoods = (item: Item): boolean => item.kind === 'fact' || item.kind === 'any'
const isNoun = (item: Item): boolean => (item.kind === 'fact' && item.isHead) || item.kind === 'any'
const has = (items: readonly Item[], is: (item: Item) => boolean): boolean => items.some(is)

/** Tells the sides of a sentence apart: by what pairs, by what offers and by what stands between. Undefined where nothing is offered. */
export function sidesOf(items: readonly Item[]): Sides | undefined {
  return paired(items) ?? offered(items) ?? listed(items)
}

/** "pair running shoes with socks": what comes first is looked at. */
function paired(items: readonly Item[]): Sides | undefined {
  const pair = items.findIndex(({ kind }) => kind === 'pair')
  const beside = besideNoun(items, pair)
  return pair < 0 || beside < 0 ? undefined : { trigger: items.slice(0, beside), offer: items.slice(beside + 1) }
}

/** "when a jacket is looked at, offer scarves"; "offer scarves with jackets"; "give laptop buyers a case". */
function offered(items: readonly Item[]): Sides | undefined {
  const verb = items.findIndex(({ kind }, at) => kind === 'verb' && has(items.slice(at + 1), isGoods))
  if (verb < 0) return undefined
  const [before, after] = [items.slice(0, verb), items.slice(verb + 1)]
  const beside = besideNoun(after, -1)
  if (beside >= 0 && has(after.slice(0, beside), isGoods))
    return { trigger: [...before, ...after.slice(beside + 1)], offer: after.slice(0, beside) }
  if (has(before, isGoods)) return { trigger: before, offer: after }
  const marker = after.findIndex(({ kind }) => kind === 'of-trigger')
  const start = marker < 0 ? -1 : after.slice(0, marker).findLastIndex(isNoun)
  if (start >= 0)
    return { trigger: [...before, ...after.slice(start, marker)], offer: [...after.slice(0, start), ...after.slice(marker + 1)] }
  return { trigger: before, offer: after }
}

/** Without a word that offers: "laptops: cases", "for cameras, tripods", "cases for phones". */
function listed(items: readonly Item[]): Sides | undefined {
  const isSplit = (at: number) => has(items.slice(0, at), isGoods) && has(items.slice(at + 1), isGoods)
  const colon = items.findIndex(({ kind }, at) => kind === 'colon' && isSplit(at))
  if (colon >= 0) return { trigger: items.slice(0, colon), offer: items.slice(colon + 1) }
  const first = items.findIndex(isGoods)
  const isLed = has(items.slice(0, Math.max(0, first)), ({ kind }) => kind === 'beside')
  const comma = items.findIndex(({ kind }, at) => kind === 'comma' && isSplit(at))
  if (isLed && comma >= 0) return { trigger: items.slice(0, comma), offer: items.slice(comma + 1) }
  const beside = besideNoun(items, first)
  return first < 0 || beside < 0 ? undefined : { trigger: items.slice(beside + 1), offer: items.slice(0, beside) }
}

/** The first "with", "on" … behind a place that goods follow before another one does. */
function besideNoun(items: readonly Item[], behind: number): number {
  return items.findIndex(({ kind }, at) => {
    if (kind !== 'beside' || at <= behind) return false
    const next = items.slice(at + 1).findIndex((item) => item.kind === 'beside' || isNoun(item))
    return next >= 0 && isNoun(items[at + 1 + next]!)
  })
}
