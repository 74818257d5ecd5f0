import type { Catalog } from '#app/catalog/catalog.ts'
import { hasPage } from '#app/catalog/eligible.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { blankRule } from '../blank-rule.ts'
import type { Rule } from '../rule.ts'
import { fitName } from '../rule-name.ts'
import pairs from './pairs.json' with { type: 'json' }

/** A rule that goods of these kinds have in many shops: nothing in this shop's orders speaks for it yet. */
export interface FirstRule {
  readonly key: string
  /** Full names of Shopify's taxonomy. */
  readonly beside: string
  readonly offered: string
  /** Products of each. */
  readonly pages: number
  readonly goods: number
}

const MOST = 10

/**
 * What can be offered beside what by the categories of the shop's products alone: pairs that are shipped (names of Shopify's product taxonomy,
 * 2024-07), and accessories beside what they are named for, "Hiking Pole Accessories" with "Hiking Poles". What a rule of the shop says already is left
 * out. Those that reach most product pages come first.
 */
export function firstSet({ products }: Catalog, rules: readonly Rule[]): FirstRule[] {
  const counts = new Map<string, number>()
  for (const product of products.filter(hasPage)) {
    const path = product.category?.split(' > ') ?? []
    for (let depth = 1; depth <= path.length; depth++) {
      const name = path.slice(0, depth).join(' > ')
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const known = new Set(rules.flatMap((rule) => keysOf(rule)))
  const found = [...pairs, ...accessoriesIn([...counts.keys()])].flatMap(({ beside, offered }): FirstRule[] => {
    const [pages, goods] = [counts.get(beside) ?? 0, counts.get(offered) ?? 0]
    const key = keyOf(beside, offered)
    return pages > 0 && goods > 0 && !known.has(key) ? [{ key, beside, offered, pages, goods }] : []
  })
  const once = [...new Map(found.map((one) => [one.key, one])).values()]
  return once.sort((one, other) => other.pages - one.pages || (one.key < other.key ? -1 : 1)).slice(0, MOST)
}

/** It as a draft. */
export function firstDraft({ beside, offered }: FirstRule, id: RuleId, name: string): Rule {
  const rule = blankRule(id)
  return {
    ...rule,
    name: fitName(name),
    when: { kind: 'all', of: [{ kind: 'category', names: [beside] }] },
    offer: { ...rule.offer, where: { kind: 'all', of: [{ kind: 'category', names: [offered] }] } },
  }
}

/** The last part of a category's name: "Hiking Poles". */
export const leafOf = (category: string): string => category.slice(category.lastIndexOf('>') + 1).trim()

/** Accessories, and a category of the same parent, or of its parent, that they are named for. */
function accessoriesIn(categories: readonly string[]): { readonly beside: string; readonly offered: string }[] {
  const byName = new Map(categories.map((category) => [`${parentOf(category)}\n${stemsOf(leafOf(category))}`, category]))
  return categories.flatMap((offered) => {
    const named = /^(.+?)(?: Parts &| Parts)? Accessories$/.exec(leafOf(offered))?.[1]
    if (named === undefined) return []
    const parents = [parentOf(offered), parentOf(parentOf(offered))]
    const beside = parents.map((parent) => byName.get(`${parent}\n${stemsOf(named)}`)).find((one) => one !== undefined)
    return beside === undefined || offered.startsWith(`${beside} > `) ? [] : [{ beside, offered }]
  })
}

const parentOf = (category: string): string => category.split(' > ').slice(0, -1).join(' > ')
const stemsOf = (name: string): string =>
  name
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/(?<!s)s$/, ''))
    .join(' ')

const keyOf = (beside: string, offered: string): string => `${beside} → ${offered}`

/** What a rule says already, where it says what such a pair would. */
function keysOf({ when, offer }: Rule): string[] {
  const [beside, offered] = [categoriesIn(when), categoriesIn(offer.where)]
  return beside.flatMap((one) => offered.map((other) => keyOf(one, other)))
}

function categoriesIn(condition: Rule['when']): string[] {
  if (condition.kind === 'category') return [...condition.names]
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(categoriesIn) : []
}
