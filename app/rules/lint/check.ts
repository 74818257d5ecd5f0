import type { Found } from './finding.ts'
import type { LintedShop, RuleInShop } from './linted-shop.ts'

interface Kind {
  readonly kind: string
  /** What the products that it names are: goods, of which something is to be put right in the shop, or pages to look at. */
  readonly about: 'goods' | 'pages'
}

/** One kind of finding about a rule. Its words are `lint.KIND.*` of the locale file: what is found, and why it matters. */
export interface RuleCheck extends Kind {
  /** Where it is found, nothing else about the rule is worth telling; such kinds are looked for first. */
  readonly alone?: true
  /** What is found of an active rule; nothing of a rule that is as it should be. */
  readonly check: (looked: RuleInShop, shop: LintedShop) => readonly Found[]
}

/** One kind of finding about all pages together. */
export interface ShopCheck extends Kind {
  readonly check: (shop: LintedShop) => readonly Found[]
}
