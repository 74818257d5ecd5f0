import type { RuleId } from '#app/commerce/ids.ts'
import { pictureOf, type PicturedSources, type RulePicture } from '#app/kit/proposals/rule-picture.ts'
import type { Say, SentenceContext } from '#app/rules/conditions/say.ts'
import { mixAt } from '#app/rules/mix.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { fillTemplate, type Filling } from '#app/rules/templates/fill-template.ts'
import type { Template } from '#app/rules/templates/template.ts'
import { canonical } from '#app/rules/versions/canonical.ts'

/** A template as a merchant reads it. */
export interface TemplateView {
  readonly key: string
  readonly fillings: readonly FillingView[]
  /** Why the shop has nothing for it, in words; null where it has. */
  readonly missing: string | null
}

export interface FillingView {
  readonly key: string
  readonly name: string
  readonly sentence: string
  /** Product pages that it would reach. */
  readonly pages: number
  readonly picture: RulePicture | null
  /** A rule of the shop's that does just this already; null where there is none. */
  readonly existing: RuleId | null
}

const MOST_NAMED = 4

/** What a template makes of the shop as it is now, with what would show. */
export function viewTemplate(
  template: Template,
  set: RuleSet,
  sources: PicturedSources,
  context: Omit<SentenceContext, 'catalog'>,
): TemplateView {
  const { key } = template
  const { say } = context
  const { catalog } = sources
  const filled = fillTemplate(template, catalog)
  switch (filled.kind) {
    case 'nothing-offered':
      return { key, fillings: [], missing: say('templates.nothing-offered', { words: template.offered.slice(0, MOST_NAMED).join(', ') }) }
    case 'nothing-fits': {
      const goods = filled.goods.slice(0, MOST_NAMED).map(({ name }) => name)
      return { key, fillings: [], missing: say('templates.nothing-fits', { goods: goods.join(', ') }) }
    }
    case 'filled': {
      const fillings = filled.fillings.map(view).filter(({ pages }) => pages > 0)
      return { key, fillings, missing: fillings.length > 0 ? null : say('templates.no-page') }
    }
  }

  function view(filling: Filling): FillingView {
    const rule = { ...filling.rule, id: 'template' as RuleId, name: nameOf(filling, say) }
    const pages = sources.resolver.reachOf(rule)
    return {
      key: filling.key,
      name: rule.name,
      sentence: sayRule(rule, { ...context, catalog }),
      pages: pages.length,
      picture: pictureOf(rule, pages, sources, mixAt(set.placements, 'product-page')),
      existing: set.rules.find((one) => canonical([one.when, one.offer]) === canonical([rule.when, rule.offer]))?.id ?? null,
    }
  }
}

/** "Phone case by fits_model", "Descaler for Coffee machine". */
export function nameOf({ goods, rule }: Filling, say: Say): string {
  const [join] = rule.offer.joins
  if (join?.kind === 'metafield') return say('templates.name.fitting', { goods: goods.name, metafield: join.offered.split('.').at(-1)! })
  const types = rule.when.kind === 'all' && rule.when.of[0]?.kind === 'type' ? rule.when.of[0].names : []
  const named = types.slice(0, 2).join(', ')
  return say('templates.name.types', { goods: goods.name, types: types.length > 2 ? `${named} …` : named })
}
