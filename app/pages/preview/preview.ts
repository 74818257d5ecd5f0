import { whyIneligible } from '#app/catalog/eligible.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { sayCondition } from '#app/rules/conditions/say-condition.ts'
import { quoted } from '#app/rules/conditions/say.ts'
import { sayJoin } from '#app/rules/joins/say-join.ts'
import type { TextBeside } from '#app/publish/plan.ts'
import { mixAt } from '#app/rules/mix.ts'
import { firstFailing } from '#app/rules/resolve/first-failing.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { traceRules, type LeftOut, type Outcome, type Traced } from '#app/rules/resolve/trace-rules.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { cardsOf } from '#app/slots/diff/diff-slots.ts'
import { drawSlot, type DrawnCard } from '#app/slots/draw-slot.ts'
import { explain, explainNothing } from '#app/slots/explain.ts'
import { fillPlacement } from '#app/slots/fill-placements.ts'
import { sourcesFor, type ShopContext } from '#app/slots/shop-context.ts'
import { pictured, type PicturedProduct } from '#app/wording/pictured.ts'
import type { Words } from '#app/wording/words.ts'
import { sayToShopper, type ShopperLine } from './shopper-words.ts'

/** What a shopper would see at a visit, and why. */
export interface Preview {
  /** Null where no product is looked at. */
  readonly beside: PicturedProduct | null
  /** That nobody in the visit's market can open the page; null where they can, as far as is known. */
  readonly unsold: string | null
  /** Why nothing is published for the page; null where something is. */
  readonly empty: string | null
  readonly shown: readonly PreviewedCard[]
  /** Published, but not shown at this visit. */
  readonly withheld: readonly PreviewedCard[]
  /** Those that apply first, each part in the order in which they come. */
  readonly rules: readonly PreviewedRule[]
  /** Rules that do not apply and are not listed for their number. */
  readonly unlisted: number
}

export interface PreviewedCard extends PicturedProduct {
  /** What the card says to the shopper beside title and price, in the visit's language. */
  readonly line: ShopperLine | null
  readonly rule: RuleId | null
  /** For the merchant: who chose it; and where it is not shown, why not. */
  readonly trace: readonly string[]
}

export interface PreviewedRule {
  readonly id: RuleId
  readonly name: string
  readonly kind: Outcome['kind'] | 'finds-nothing'
  readonly lines: readonly string[]
}

const MOST_TITLES = 4
const MOST_RESTING = 100

type Voice = Pick<Words, 'say' | 'money' | 'count' | 'language'>

/** A page of the shop, and how many cards each of our blocks there may show. */
export interface PreviewedPage {
  readonly placement: Placement
  /** Of the product that is looked at, or that lies in the cart; undefined where the page is about none. */
  readonly index: number | undefined
  readonly mostShown: number
  /** What cards say to shoppers where the merchant has switched it on. */
  readonly textOf?: TextBeside | undefined
}

/** Fills and draws the slots of a page as the shop would, and traces every rule. */
export function previewOf(
  { placement, index, mostShown, textOf }: PreviewedPage,
  set: RuleSet,
  stock: ShopContext,
  moment: Moment,
  voice: Voice,
  currency: string,
): Preview {
  const { catalog } = stock
  const { say, count, language } = voice
  const page = index === undefined ? undefined : catalog.products[index]!
  const context = { say, money: voice.money, catalog }
  const times = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const sources = sourcesFor(set, stock)
  const slots = fillPlacement(index, placement, mixAt(set.placements, placement), sources)
  const productOf = (id: ProductId) => catalog.products[catalog.indexOf(id)!]!
  const where = { isCart: PLACEMENTS[placement].about === 'cart', priceOf: (id: ProductId) => buyablePriceOf(productOf(id)), currency }
  const whyNot = (id: ProductId) => whyIneligible(productOf(id))
  const drawn = slots.flatMap(({ slot }) => drawSlot(cardsOf(slot), moment, mostShown, whyNot, where))
  const [empty] = slots.flatMap(({ slot }) => (slot.kind === 'nothing' ? [slot] : []))
  const market = catalog.markets.find(({ handle }) => moment.market !== null && foldAsLiquid(handle) === foldAsLiquid(moment.market))
  const traced = index === undefined ? [] : traceRules(set.rules, catalog, sources.resolver, index, placement, moment)
  const [applying, resting] = [traced.filter(isApplying), traced.filter((one) => !isApplying(one))]
  return {
    beside: page ? pictured(page) : null,
    unsold: index !== undefined && market?.lacks.has(index) ? say('preview.market.page', { market: quoted(market.name, say) }) : null,
    empty: empty && drawn.length === 0 ? explainNothing(empty, say) : null,
    shown: drawn.filter(({ kind }) => kind === 'shown').map(picture),
    withheld: drawn.filter(({ kind }) => kind === 'withheld').map(picture),
    rules: [...applying, ...resting.slice(0, MOST_RESTING)].map(sayTrace),
    unlisted: Math.max(0, resting.length - MOST_RESTING),
  }

  function picture(one: DrawnCard): PreviewedCard {
    const choice = one.kind === 'shown' ? one.choice : one.card
    const { reason } = choice
    const texts = page && textOf?.(page.id, one.card.product, choice)
    return {
      ...pictured(productOf(one.card.product)),
      line: sayToShopper(texts, choice.need, moment.language),
      rule: reason.by === 'rule' ? reason.rule : null,
      trace: [explain(reason, say, count, times.format), ...(one.kind === 'withheld' ? [sayWithheld(one)] : [])],
    }
  }

  function sayWithheld({ card, why }: Extract<DrawnCard, { kind: 'withheld' }>): string {
    switch (why.kind) {
      case 'in-cart':
        return say('preview.withheld.in-cart')
      case 'cannot-be-bought':
        return say('preview.withheld.cannot-be-bought', { why: say(`preview.left-out.${why.why}`) })
      case 'not-in-market':
        return say('preview.withheld.not-in-market', { market: quoted(market!.name, say) })
      case 'apart':
        return say('preview.withheld.apart', { other: productOf(why.from).title })
      case 'not-now': {
        const wanted = card.guard as When | undefined
        if (!wanted) return say('preview.withheld.gift')
        return say('preview.withheld.not-now', {
          when: sayCondition((page && firstFailing(wanted, page, catalog.clock, moment)) ?? wanted, context),
        })
      }
      case 'not-here':
        return say('preview.withheld.not-here')
      case 'no-room':
        return say('preview.withheld.no-room', { cards: count(mostShown) })
    }
  }

  function sayTrace({ rule, outcome }: Traced): PreviewedRule {
    const isEmpty = outcome.kind === 'applies' && outcome.offered.length === 0
    return { id: rule.id, name: rule.name, kind: isEmpty ? 'finds-nothing' : outcome.kind, lines: sayOutcome(outcome) }
  }

  function sayOutcome(outcome: Outcome): string[] {
    switch (outcome.kind) {
      case 'draft':
        return [say('preview.rule.draft')]
      case 'elsewhere':
        return [say('preview.rule.elsewhere', { placement: say(`placement.${placement}`) })]
      case 'does-not-apply':
        return [say('preview.rule.does-not-apply', { failing: sayCondition(outcome.failing, context) })]
      case 'stopped':
      case 'not-needed':
        return [say(`preview.rule.${outcome.kind}`, { by: outcome.by.name })]
      case 'not-tied':
        return [say('preview.rule.not-tied', { join: sayJoin(outcome.join, say) })]
      case 'applies':
        return [
          ...(outcome.offered.length > 0
            ? [say('preview.rule.offers', { products: titles(outcome.offered.map((one) => one.index)) })]
            : []),
          ...[...outcome.leftOut].map(([why, which]: [LeftOut, readonly number[]]) =>
            say('preview.rule.leaves-out', { products: titles(which), why: say(`preview.left-out.${why}`) }),
          ),
          ...(outcome.offered.length === 0 && outcome.leftOut.size === 0 ? [say('preview.rule.names-nothing')] : []),
        ]
    }
  }

  function titles(which: readonly number[]): string {
    const named = which.slice(0, MOST_TITLES).map((one) => quoted(catalog.products[one]!.title, say))
    const more = which.length - named.length
    return more > 0 ? say('preview.and-more', { products: named.join(', '), more: count(more) }) : named.join(', ')
  }
}

/** Of what can be bought today for money, the cheapest. */
function buyablePriceOf({ variants }: Product): number | undefined {
  const prices = variants.flatMap(({ available, price }) => (available && price > 0 ? [price] : []))
  return prices.length > 0 ? Math.min(...prices) : undefined
}

function isApplying({ outcome }: Traced): boolean {
  return outcome.kind === 'applies' || outcome.kind === 'not-tied'
}
