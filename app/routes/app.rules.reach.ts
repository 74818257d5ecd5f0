import type { ActionFunctionArgs } from '@remix-run/node'
import english from '#app/admin/locales/en.json'
import { pictured } from '#app/admin/pictured.ts'
import type { RuleReachAnswer } from '#app/admin/rule-reach.tsx'
import { sayFrom } from '#app/admin/say.ts'
import { formatMoney, type Minor } from '#app/commerce/money.ts'
import { readJson } from '#app/ingest/read-json.server.ts'
import { readRule } from '#app/rules/read-rule.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { merchantOf } from './merchant.server.ts'

const MOST_EXAMPLES = 3
const MOST_BYTES = 200_000

/** What a rule would reach, whether it is saved or not. Changes nothing. */
export async function action({ request }: ActionFunctionArgs): Promise<RuleReachAnswer> {
  const { id, shop } = await merchantOf(request)
  const read = readRule(await readJson(request, MOST_BYTES))
  if (read.kind === 'refused') return { kind: 'incomplete' }
  const { rule } = read
  const { catalog, resolver } = await loadSources(id, new Date())
  const reached = resolver.reachOf(rule)
  return {
    kind: 'reach',
    sentence: sayRule(rule, { say: sayFrom(english), catalog, money: (amount) => formatMoney(amount as Minor, shop.currency, 'en') }),
    triggers: resolver.triggersOf(rule).length,
    pages: reached.length,
    examples: spread(reached, MOST_EXAMPLES).map((index) => ({
      beside: pictured(catalog.products[index]!),
      offered: resolver.offersOf(rule, index).map((offered) => pictured(catalog.products[offered.index]!)),
    })),
  }
}

/** Up to `most` of the indexes, from all over the list: neighbours in a catalogue look alike. */
function spread(indexes: readonly number[], most: number): number[] {
  const step = Math.max(1, indexes.length / most)
  return Array.from({ length: Math.min(most, indexes.length) }, (_, at) => indexes[Math.floor(at * step)]!)
}
