import type { Catalog } from '#app/catalog/catalog.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { either, quoted } from '#app/rules/conditions/say.ts'
import type { Finding, Mend } from '#app/rules/lint/finding.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { RuleEdit } from '#app/rules/versions/rule-edit.ts'
import { pictured, type PicturedProduct } from './pictured.ts'
import { sayPart } from './say-part.ts'
import type { Words } from './words.ts'

interface NamedRule {
  readonly id: RuleId
  readonly name: string
}

/** A finding as a merchant reads it. */
export interface FindingView extends Pick<Finding, 'kind' | 'severity' | 'about'> {
  readonly what: string
  /** The part of the rule that it is about, in words; null where it is about no part by itself. */
  readonly part: string | null
  readonly why: string
  /** Null where it is about all pages. */
  readonly rule: NamedRule | null
  readonly beside: NamedRule | null
  /** Some of the products that it is about, and how many there are besides. */
  readonly products: readonly PicturedProduct[]
  readonly more: number
  /** What one click does; the edits can be undone. */
  readonly mend: { readonly by: Mend['by']; readonly edits: readonly RuleEdit[] } | null
}

/** Says what was found in a set of rules, why it matters, and what would mend it. */
export function viewFinding(
  finding: Finding,
  rules: readonly Rule[],
  catalog: Catalog,
  words: Pick<Words, 'say' | 'count' | 'money'>,
): FindingView {
  const { kind, severity, about, products, mend, path } = finding
  const { say, count } = words
  const named = (id: RuleId | null | undefined) => rules.find((rule) => rule.id === id) ?? null
  const [rule, beside] = [named(finding.rule), named(finding.beside)]
  const values = {
    count: count(finding.count),
    of: count(finding.of),
    name: either(
      (finding.names ?? []).map((name) => quoted(name, say)),
      say,
    ),
    beside: beside?.name ?? '',
  }
  const key = ['lint', kind, ...(finding.as ? [finding.as] : [])].join('.')
  return {
    kind,
    severity,
    about,
    what: say(`${key}.what`, values),
    part: rule && path !== undefined ? sayPart(rule, path, { ...words, catalog }) : null,
    why: say(`${key}.why`, values),
    rule: rule && { id: rule.id, name: rule.name },
    beside: beside && { id: beside.id, name: beside.name },
    products: products.map((id) => pictured(catalog.products[catalog.indexOf(id)!]!)),
    more: finding.count - products.length,
    mend: mend && rule ? { by: mend.by, edits: [{ id: rule.id, was: rule, is: mend.is }] } : null,
  }
}
