import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { z } from 'zod'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { runningComparison } from '#app/measure/comparisons/comparison-store.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { blankRule } from '#app/rules/blank-rule.ts'
import { mentionsOf } from '#app/rules/mentions.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import { readRule } from '#app/rules/read-rule.ts'
import type { Rule } from '#app/rules/rule.ts'
import { editRules, findRule, saveRule, settlePlace } from '#app/rules/versions/store-rules.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { decisionOf, type Decision } from '#app/wording/review.ts'
import type { Words } from '#app/wording/words.ts'
import type { RuleAnswer } from './rule-answer.ts'
import { RulePage } from './rule-page.tsx'

export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'
export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

/** Larger than any rule that a person writes. */
const MOST_BYTES = 200_000

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: shop, shop: known } = await merchantOf(request)
  const isNew = params['id'] === 'new'
  const rule = isNew ? await newRule(shop) : await findRule(shop, params['id'] as RuleId)
  if (!rule) throw new Response('There is no such rule', { status: 404 })
  const [catalog, comparison] = await Promise.all([loadCatalog(shop, Date.now()), runningComparison(shop)])
  const as = comparison && (['a', 'b'] as const).find((one) => comparison[one].id === rule.id)
  return {
    rule,
    isNew,
    shop,
    mayDiscount: known.scopes.includes('write_discounts'),
    compared: as ? { as, a: comparison.a.name, b: comparison.b.name } : null,
    names: namesIn(catalog),
    titles: mentionsOf(rule, catalog),
  }
}

/** Nothing yet, behind all rules that there are. */
async function newRule(shop: ShopId): Promise<Rule> {
  const { rules } = await readWorkingSet(shop)
  return { ...blankRule(newRuleId()), priority: placeBehind(rules) }
}

/**
 * A rule, and what stood in its place when its first field was changed: null where it is new, absent where that is all the same. Each is
 * read as a rule below.
 */
const saving = z.strictObject({ was: z.unknown().optional(), is: z.unknown() })

/** PUT saves the rule in the body, DELETE removes the rule of the path. The shop follows once it is published. */
export async function action({ request, params }: ActionFunctionArgs): Promise<RuleAnswer> {
  const { id: shop, words } = await merchantOf(request)
  if (request.method === 'DELETE') {
    const rule = await findRule(shop, params['id'] as RuleId)
    const edits = rule ? [{ id: rule.id, was: rule, is: null }] : []
    if (!rule || (await editRules(shop, edits, new Date())).kind !== 'done') throw new Response('There is no such rule', { status: 404 })
    await enqueue('lint', shop)
    return { kind: 'deleted', edits }
  }
  const asked = saving.safeParse(await readJson(request, MOST_BYTES))
  if (!asked.success) throw new Response('This is no rule with what it was before', { status: 400 })
  const { was, is } = asked.data
  const read = readRule(is)
  if (read.kind === 'refused') return read
  const before = was === undefined || was === null ? was : readRule(was)
  if (before?.kind === 'refused') return before
  if (params['id'] !== read.rule.id)
    return { kind: 'refused', faults: [{ path: 'id', message: 'The rule has another id than its address' }] }
  const now = new Date()
  const standing = await findRule(shop, read.rule.id)
  const saved = await saveRule(shop, read.rule, now, before && before.rule)
  if (saved.kind === 'changed-meanwhile') return { ...saved, did: await whatAnotherDid(shop, words, before?.rule, saved.standing) }
  if (saved.kind !== 'saved') return saved
  const rule = await settlePlace(shop, read.rule, standing ?? null, now)
  await enqueue('lint', shop)
  return { kind: 'saved', rule }
}

async function whatAnotherDid(shop: ShopId, words: Words, was: Rule | undefined, is: Rule | null): Promise<Decision | null> {
  if (!was || !is) return null
  const catalog = await loadCatalog(shop, Date.now())
  return decisionOf({ kind: 'changed', before: was, after: is }, { ...words, catalog })
}

/**
 * Of a rule that is gone nothing is left: then nothing is read again. Another
 * rule is read all the same: on its way there the router asks once more where such an answer comes in.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams, formMethod, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && (currentParams['id'] !== nextParams['id'] || formMethod !== 'DELETE')

export default function RuleRoute() {
  const { rule, ...rest } = useLoaderData<typeof loader>()
  return <RulePage key={rest.isNew ? 'new' : rule.id} saved={rule} {...rest} />
}
