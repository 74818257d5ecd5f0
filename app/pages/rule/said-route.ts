import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { mentionsOf, type Mention } from '#app/rules/mentions.ts'
import { ruleId } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import { LONGEST_SAYING } from '#app/rules/sayings/names.ts'
import { namesOf } from '#app/rules/sayings/names-of.ts'
import { readSaying } from '#app/rules/sayings/read-saying.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const loader = noSuchPage

const MOST_BYTES = 4_000
const wish = z.strictObject({ id: ruleId, sentence: keepableText.max(LONGEST_SAYING) })

/** What of a sentence was understood: parts in their order, those that were not marked so. */
export type SaidAnswer =
  | { readonly kind: 'understood'; readonly rule: Rule; readonly titles: readonly Mention[]; readonly parts: readonly SaidPart[] }
  | { readonly kind: 'not-understood' }

export interface SaidPart {
  readonly text: string
  readonly isUnknown: boolean
}

/** POST reads a rule out of a sentence, and changes nothing. */
export async function action({ request }: ActionFunctionArgs): Promise<SaidAnswer> {
  const { id: shop, shop: known } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is no sentence', { status: 400 })
  const catalog = await loadCatalog(shop, Date.now())
  const { sentence, id } = read.data
  const understood = readSaying(sentence, namesOf(catalog, known.currency), id as RuleId)
  if (!understood) return { kind: 'not-understood' }
  const { rule, unknown } = understood
  return { kind: 'understood', rule, titles: mentionsOf(rule, catalog), parts: partsOf(sentence, unknown) }
}

function partsOf(sentence: string, unknown: readonly { readonly from: number; readonly to: number }[]): SaidPart[] {
  const parts: SaidPart[] = []
  let at = 0
  for (const { from, to } of unknown) {
    parts.push({ text: sentence.slice(at, from), isUnknown: false }, { text: sentence.slice(from, to), isUnknown: true })
    at = to
  }
  return [...parts, { text: sentence.slice(at), isUnknown: false }].filter(({ text }) => text !== '')
}
