import { readRule } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { RuleCheck, ShopCheck } from './check.ts'
import { RULE_CHECKS, SHOP_CHECKS } from './checks.ts'
import { MOST_NAMED, type Finding, type Found } from './finding.ts'
import type { LintedShop } from './linted-shop.ts'

/** Everything that is found in a shop's active rules, rule by rule in their order, and then what is about all pages. */
export function lintShop(shop: LintedShop): Finding[] {
  const ofPages = SHOP_CHECKS.flatMap((one) => one.check(shop).map((found) => findingOf(one, null, found, shop)))
  return [...shop.rules.flatMap((rule) => lintRule(rule, shop)), ...ofPages]
}

/** What is found in one of the shop's active rules. */
export function lintRule(rule: Rule, shop: LintedShop): Finding[] {
  const looked = shop.look(rule)
  const findings: Finding[] = []
  for (const one of RULE_CHECKS) {
    findings.push(...one.check(looked, shop).map((found) => findingOf(one, rule, found, shop)))
    if (one.alone && findings.length > 0) break
  }
  return findings
}

function findingOf({ kind, about }: RuleCheck | ShopCheck, rule: Rule | null, found: Found, { catalog }: LintedShop): Finding {
  const { beside, products = [], of = products.length, mend, ...rest } = found
  return {
    kind,
    about,
    rule: rule?.id ?? null,
    ...rest,
    ...(beside && { beside: beside.id }),
    products: products.slice(0, MOST_NAMED).map((index) => catalog.products[index]!.id),
    count: products.length,
    of,
    // What a mend adds can be more than a rule may hold: then there is none.
    ...(mend && (mend.is === null || readRule(mend.is).kind === 'rule') && { mend }),
  }
}
