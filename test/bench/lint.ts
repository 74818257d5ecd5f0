import { noCompanions } from '#app/models/pairs/companions.ts'
import { lintRule, lintShop } from '#app/rules/lint/lint-shop.ts'
import { lintedShop } from '#app/rules/lint/linted-shop.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aSet } from '../a/rule-set.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { makeRules } from './rules/make-rules.ts'
import { makeCatalog } from './rules/make-shop.ts'

/** A merchant who opens the page waits so long at the most. */
const BOUND_SECONDS = 2

/** `--products 10000 --rules 1000`: everything that is found in a shop's rules, and what is found in one that is being written. */
export const run: Bench = async (args) => {
  const { products, rules } = readNumbers(args, { products: 10_000, rules: 1_000 })
  const catalog = makeCatalog(products)
  const set = aSet({ rules: makeRules(rules) })
  const shopOf = () => lintedShop(set, catalog, resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set))
  const one = timed(() => lintRule(set.rules[0]!, shopOf()))
  const all = timed(() => lintShop(shopOf()))
  const kinds = Object.groupBy(all.result, ({ kind }) => kind)
  for (const [kind, found] of Object.entries(kinds)) console.log(`${kind}: ${found!.length}`)
  const bare = timed(() => {
    const { offersFor } = resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set)
    return [...catalog.products.keys()].map((index) => offersFor(index, 'product-page').length)
  })
  return {
    figures: { products, rules, lint_s: all.seconds, one_rule_s: one.seconds, findings: all.result.length },
    // What every publishing does as well, and a look through the rules cannot do without.
    baseline: { resolve_s: bare.seconds },
    misses: all.seconds > BOUND_SECONDS ? [`${all.seconds} s for all rules, not ${BOUND_SECONDS}`] : [],
  }
}

/** Seconds of a core. */
function timed<Result>(work: () => Result): { readonly result: Result; readonly seconds: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: Math.round((user + system) / 1e4) / 100 }
}
