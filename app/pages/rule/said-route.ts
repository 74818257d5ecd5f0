import { z } from 'zod'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { configuredModel } from '#app/copy/write/model.server.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { mentionsOf } from '#app/rules/mentions.ts'
import { ruleId } from '#app/rules/read-rule.ts'
import { readSayingBudget } from '#app/rules/sayings/by-model/budget-store.server.ts'
import { promptFor, tokensFor } from '#app/rules/sayings/by-model/prompt-for.ts'
import { LONGEST_SAYING, type NamesForSaying } from '#app/rules/sayings/names.ts'
import { namesOf } from '#app/rules/sayings/names-of.ts'
import { readSaying } from '#app/rules/sayings/read-saying.ts'
import { partsOf } from './parts-of.ts'
import type { OfferedModel, SaidAnswer } from './said-answer.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const loader = noSuchPage

const wanted = {
  schema: z.strictObject({ id: ruleId, sentence: keepableText.max(LONGEST_SAYING) }),
  mostBytes: 4_000,
  refused: 'This is no sentence',
}

/** POST reads a rule out of a sentence, and changes nothing. No model is asked; one that may be is named. */
export const action = merchantAction(wanted, async ({ sentence, id }, { id: shop, words }): Promise<SaidAnswer> => {
  const catalog = await loadCatalog(shop, Date.now())
  const names = namesOf(catalog, words.currency)
  const understood = readSaying(sentence, names, id as RuleId)
  if (!understood) return { kind: 'not-understood', model: await modelFor(shop, sentence, names) }
  const { rule, unknown } = understood
  const model = unknown.length > 0 ? await modelFor(shop, sentence, names) : null
  return { kind: 'understood', rule, titles: mentionsOf(rule, catalog), parts: partsOf(sentence, unknown), model }
})

async function modelFor(shop: ShopId, sentence: string, names: NamesForSaying): Promise<OfferedModel | null> {
  const model = configuredModel()
  if (!model || sentence === '') return null
  const { input, output } = tokensFor(promptFor(sentence, names))
  const dollars = model.pricing && (input * model.pricing.input + output * model.pricing.output) / 1e6
  return { name: model.name, tokens: input + output, dollars, budget: await readSayingBudget(shop, new Date()) }
}
