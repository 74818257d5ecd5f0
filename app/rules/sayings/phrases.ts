import type { Meaning } from './item.ts'
import type { Pattern } from './amounts.ts'

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const COUNT = `(\\d+|${COUNTS.join('|')})`
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const DATE = String.raw`(\d{4}-\d\d-\d\d)`

const pattern = (says: string, read: Pattern['read']): Pattern => ({ says: new RegExp(`(?:${says})(?![\\p{L}\\d])`, 'uy'), read })
const always = (says: string, ...means: readonly Meaning[]): Pattern => pattern(says, () => means)
const countIn = (text: string | undefined): number => (/^\d/.test(text ?? '') ? Number(text) : COUNTS.indexOf(text ?? '') + 1)
const most = (match: RegExpExecArray): Meaning | undefined => {
  const count = countIn(match[1])
  return count >= 1 && count <= 12 ? { kind: 'most', most: count } : undefined
}
const sort = (of: 'best-selling' | 'bought-together' | 'margin' | 'lowest-price' | 'highest-price' | 'newest') =>
  ({ kind: 'sort', sort: of }) as const
const date = (from: string | null, to: string | null): Meaning => ({ kind: 'moment', fact: { kind: 'date', from, to } })
const orders = (atLeast: number | null, atMost: number | null): Meaning => ({
  kind: 'moment',
  fact: { kind: 'customer-orders', atLeast, atMost },
})
const created = ({ 1: days }: RegExpExecArray): Meaning => ({ kind: 'fact', isHead: true, fact: { kind: 'new', days: Number(days) } })

/** Ways of saying that name nothing of the shop's own: the longest before those that they begin with. */
export const PHRASES: readonly Pattern[] = [
  always('if nothing else (?:fits|matches|applies)', { kind: 'fallback' }),
  always('as a (?:last resort|fallback)', { kind: 'fallback' }),
  always('and nothing else', { kind: 'stop' }),
  always('(?:as many as (?:it|they) needs?|as many as needed)', { kind: 'as-needed' }),
  always('(?:that|which|who) (?:need|take|use)s? (?:them|it|these)', { kind: 'that-needs' }),
  // Where it is shown.
  always('(?:only )?(?:in|on) (?:the )?cart drawer', { kind: 'at', placement: 'cart-drawer' }),
  always('(?:only )?(?:in|on) (?:the )?cart page', { kind: 'at', placement: 'cart-page' }),
  always('(?:only )?(?:at|in) (?:the )?checkout', { kind: 'at', placement: 'checkout' }),
  always('(?:only )?on (?:the )?thank[ -]you pages?', { kind: 'at', placement: 'thank-you' }),
  always('(?:only )?on (?:the )?order status pages?', { kind: 'at', placement: 'order-status' }),
  always('(?:only )?on (?:the )?product pages?', { kind: 'at', placement: 'product-page' }),
  // Who comes, and when.
  pattern('(?:for |to )?(?:customers|shoppers|people) with more than (\\d+) orders', ([, count]) => orders(Number(count) + 1, null)),
  always('(?:for |to )?(?:first-time|first time|new) (?:customers|shoppers|buyers)', orders(null, 0)),
  always('(?:for |to )?(?:returning|repeat) (?:customers|shoppers|buyers)', orders(1, null)),
  always('(?:for |to )?(?:signed-in|signed in|logged-in|logged in) (?:customers|shoppers|people)', {
    kind: 'moment',
    fact: { kind: 'signed-in' },
  }),
  always('(?:on|at) (?:the )?weekends?', { kind: 'moment', fact: { kind: 'weekday', weekdays: [6, 7] } }),
  pattern(`on (${WEEKDAYS.join('|')})s?`, ([, day]) => ({
    kind: 'moment',
    fact: { kind: 'weekday', weekdays: [WEEKDAYS.indexOf(day!) + 1] },
  })),
  pattern(`(?:from|between) ${DATE} (?:to|until|and) ${DATE}`, ([, from, to]) => date(from!, to!)),
  pattern(`until ${DATE}`, ([, to]) => date(null, to!)),
  pattern(`(?:starting|from|after) ${DATE}`, ([, from]) => date(from!, null)),
  always('unless(?= (?:a |an |the )?[\\p{L} ]+ (?:is|are) (?:already )?in (?:the|their) (?:cart|basket))', {
    kind: 'cart-holds',
    isNot: true,
  }),
  always('(?:if|when|where) (?:the |a )?(?:cart|basket) (?:contains|holds|has)', { kind: 'cart-holds', isNot: false }),
  always('(?:(?:is|are) )?(?:already )?in (?:the|their|a) (?:cart|basket)', { kind: 'in-cart' }),
  // What comes first, and how many.
  always('(?:(?:what is |most often )?bought together) first', sort('bought-together')),
  always('(?:the )?highest margins?(?: first)?', sort('margin')),
  always('(?:the )?(?:cheapest|lowest price)(?: first)?', sort('lowest-price')),
  always('(?:the )?(?:most expensive|highest price)(?: first)?', sort('highest-price')),
  always('(?:the )?newest(?: first)?', sort('newest')),
  always('(?:the )?best[ -]selling', sort('best-selling')),
  pattern(`(?:up to|at most|a maximum of|no more than|max) ${COUNT}(?! ?[€$%£])`, most),
  pattern(`${COUNT} (?:at most|only)`, most),
  always('a single', { kind: 'most', most: 1 }),
  pattern(`${COUNT}(?! ?[€$%£])`, ([, count]) => ({ kind: 'number', number: countIn(count) })),
  // What is never offered, and what is not to hold.
  always("(?:except|excluding|but not|but never|don't offer|do not offer|never offer)(?: those)?(?: anything)?", { kind: 'except' }),
  always('no(?! more)', { kind: 'except' }),
  always("(?:that|which) (?:are|is) not|(?:that|which) (?:aren't|isn't)|not", { kind: 'not' }),
  always('(?:that (?:are|is) |which (?:are|is) )?on sale', {
    kind: 'fact',
    isHead: false,
    fact: { kind: 'on-sale', atLeast: 1, atMost: null },
  }),
  always('(?:discounted|reduced)', { kind: 'fact', isHead: false, fact: { kind: 'on-sale', atLeast: 1, atMost: null } }),
  pattern('(?:new arrivals|products|items) (?:added )?(?:from|in) the last (\\d+) days', created),
  pattern('(?:new|added) (?:from|in) the last (\\d+) days', created),
  // Joins that name nothing of the shop's.
  always('(?:of |in |from |by )?(?:the )?same collection', { kind: 'join', join: { kind: 'same-collection' } }),
  always('(?:of |in |from |by )?(?:the )?same type', { kind: 'join', join: { kind: 'same-type' } }),
  always('(?:of |in |from |by )?(?:the )?same (?:vendor|brand|maker|manufacturer)', { kind: 'join', join: { kind: 'same-vendor' } }),
  // How a sentence hangs together.
  always('(?:come|comes) with', { kind: 'verb' }),
  always('(?:cross-sell|cross sell|upsell|up-sell)', { kind: 'verb' }),
  always('(?:next to|together with|in addition to|alongside|beside|besides|below|under|beneath|with|w/|on|for|to|when|whenever|if|as)', {
    kind: 'beside',
  }),
  always('(?:pair|match|bundle|combine)', { kind: 'pair' }),
  always(
    '(?:offer|offered|show|shown|suggest|suggested|recommend|recommended|sell|display|put|give|promote|add|see|sees|get|gets|needs?|propose|present)',
    { kind: 'verb' },
  ),
  always('(?:buyers?|shoppers|pages?)', { kind: 'of-trigger' }),
  always('(?:everything|anything|something|every product|each product|all products|others|other products|products|items|goods)', {
    kind: 'any',
  }),
  always('(?:and|or|&)', { kind: 'and' }),
]

/** Words that say nothing that a rule could. */
export const FILLERS: ReadonlySet<string> = new Set(
  `a an the each every all any some please thanks thank you i we us me want would like i'd we'd should could can will always also be is are it its
  people person someone somebody anyone anybody who whoever visitor customer shopper customers visitors shoppers they them their of in at from by
  buy buys bought buying view views viewed viewing look looks looked looking lookat add adds added adding put puts purchase purchases there one ones
  than that which product products item items page collection suggestion suggestions pack packs packs first price sort case's tag tagged those have has
  having whose size colour made material out up down so then whatever thing things more match brand`
    .split(/\s+/)
    .filter(Boolean),
)
