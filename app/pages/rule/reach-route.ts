import type { ActionFunctionArgs } from '@remix-run/node'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { Product } from '#app/commerce/product.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { readOtherDiscounts } from '#app/publish/deals/discount-store.server.ts'
import { marginsOf } from '#app/rules/deals/margins-of.ts'
import { lintRule } from '#app/rules/lint/lint-shop.ts'
import { lintedShop } from '#app/rules/lint/linted-shop.ts'
import { readRule } from '#app/rules/read-rule.ts'
import type { Offered } from '#app/rules/resolve/offer-query.ts'
import type { Rule } from '#app/rules/rule.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'
import { sourcesFor } from '#app/slots/shop-context.ts'
import { viewFinding } from '#app/wording/finding-view.ts'
import { pictured } from '#app/wording/pictured.ts'
import type { RuleReachAnswer } from './rule-reach.tsx'

export const loader = noSuchPage

const MOST_EXAMPLES = 3
const MOST_BYTES = 200_000

/** What a rule would reach, whether it is saved or not. Changes nothing. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  return Response.json(await reachOf(request))
}

async function reachOf(request: Request): Promise<RuleReachAnswer> {
  const { id, shop, words } = await merchantOf(request)
  const read = readRule(await readJson(request, MOST_BYTES))
  if (read.kind === 'refused') return { kind: 'incomplete' }
  // Looked at as if it were active, in the place of what is saved of it.
  const rule: Rule = { ...read.rule, state: 'active' }
  const [saved, stock] = await Promise.all([readWorkingSet(id), loadShopContext(id, new Date())])
  const set = { ...saved, rules: [...saved.rules.filter((one) => one.id !== rule.id), rule] }
  const { catalog, resolver } = sourcesFor(set, stock)
  const linted = lintedShop(set, catalog, resolver, await readOtherDiscounts(id))
  const { pages, reached } = linted.look(rule)
  return {
    kind: 'reach',
    sentence: sayRule(rule, { ...words, catalog }),
    triggers: pages.length,
    pages: reached.length,
    examples: spread(reached, MOST_EXAMPLES).map(({ page, offered }) => ({
      beside: pictured(catalog.products[page]!),
      offered: offered.map(({ index }) => pictured(catalog.products[index]!)),
    })),
    margins: rule.offer.discount
      ? (marginsOf(productsIn(reached, catalog), rule.offer.discount, { currency: shop.currency, floor: set.floor }) ?? null)
      : null,
    findings: lintRule(rule, linted).map((finding) => viewFinding(finding, linted.rules, catalog, words)),
  }
}

/** What is offered on any of the pages, each product once. */
function productsIn(reached: readonly { readonly offered: readonly Offered[] }[], { products }: Catalog): Product[] {
  return [...new Set(reached.flatMap(({ offered }) => offered.map(({ index }) => index)))].map((index) => products[index]!)
}

/** Up to `most` of them, from all over the list: neighbours in a catalogue look alike. */
function spread<One>(list: readonly One[], most: number): One[] {
  const step = Math.max(1, list.length / most)
  return Array.from({ length: Math.min(most, list.length) }, (_, at) => list[Math.floor(at * step)]!)
}
