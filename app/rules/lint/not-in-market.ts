import type { Market } from '#app/catalog/market.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import type { RuleCheck } from './check.ts'
import { decide } from './decide.ts'
import { toDraft, type Found, type Mend } from './finding.ts'
import type { LintedShop, RuleInShop } from './linted-shop.ts'
import { narrow } from './narrow.ts'

/** What a rule comes to in one market: of its pages there, those on which nothing that it offers is sold there. */
interface InMarket {
  readonly market: Market
  readonly isAll: boolean
  readonly offered: ReadonlySet<number>
  readonly unsold: ReadonlySet<number>
}

/**
 * On most of its pages in a market nothing that the rule offers is sold in that market, or on all of them. Markets that come to
 * the same are told together. A page of a product that the market lacks is none there.
 */
export const notInMarket: RuleCheck = {
  kind: 'not-in-market',
  about: 'goods',
  check(looked, shop) {
    const found = shop.catalog.markets.flatMap((market) => lookIn(market, looked, shop) ?? [])
    const [all, most] = [found.filter(({ isAll }) => isAll), found.filter(({ isAll }) => !isAll)]
    return [...(all.length > 0 ? [tellAll(all, looked, shop)] : []), ...(most.length > 0 ? [{ ...tell(most), as: 'most' }] : [])]
  },
}

function lookIn(market: Market, looked: RuleInShop, shop: LintedShop): InMarket | undefined {
  if (!looked.named.indexes().some((index) => market.lacks.has(index))) return undefined
  const asks = pagesIn(market, looked, shop)
  const pages = looked.reached.filter(({ page }) => asks(page) && !market.lacks.has(page))
  const bare = pages.filter(({ offered }) => offered.every(({ index }) => market.lacks.has(index)))
  if (bare.length * 2 <= pages.length) return undefined
  const goods = (of: RuleInShop['reached']) => new Set(of.flatMap(({ offered }) => offered.map(({ index }) => index)))
  return { market, isAll: bare.length === pages.length, offered: goods(pages), unsold: goods(bare) }
}

/** Whether the rule asks for a page, given that the visit is one in the market. */
function pagesIn(market: Market, { rule }: RuleInShop, { pagesWhere }: LintedShop): (page: number) => boolean {
  if (!factsIn<Fact>(rule.when).some(({ kind }) => kind === 'market')) return () => true
  const handle = foldAsLiquid(market.handle)
  const asked = decide(rule.when, (fact) => (fact.kind === 'market' ? fact.names.map(foldAsLiquid).includes(handle) : undefined))
  const pages = new Set(pagesWhere(asked))
  return (page) => pages.has(page)
}

/** A warning where the rule can show anything in no other market; otherwise it can do without these. */
function tellAll(all: readonly InMarket[], { rule }: RuleInShop, { catalog, pagesWhere }: LintedShop): Found {
  const handles = all.map(({ market }) => market.handle)
  const folded = new Set(handles.map(foldAsLiquid))
  const elsewhere = (fact: Fact) =>
    fact.kind === 'market' && fact.names.every((name) => folded.has(foldAsLiquid(name))) ? false : undefined
  const isNowhere = all.length === catalog.markets.length || pagesWhere(decide(rule.when, elsewhere)).length === 0
  const when = narrow<Fact>(rule.when, { kind: 'not', of: { kind: 'market', names: handles } })
  const mend: Mend = isNowhere ? toDraft(rule) : { by: 'not-in-market', is: { ...rule, when } }
  return { ...tell(all), severity: isNowhere ? 'warning' : 'hint', as: isNowhere ? 'nowhere' : 'all', mend }
}

function tell(markets: readonly InMarket[]): Found {
  const union = (part: (one: InMarket) => Iterable<number>) => new Set(markets.flatMap((one) => [...part(one)]))
  return {
    severity: 'hint',
    names: markets.map(({ market }) => market.name),
    products: [...union(({ unsold }) => unsold)].sort((a, b) => a - b),
    of: union(({ offered }) => offered).size,
  }
}
