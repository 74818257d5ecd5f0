import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { namesIn } from '#app/catalog/names-in.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { saving } from '#app/kit/requests/saving.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { runningComparison } from '#app/measure/comparisons/comparison-store.server.ts'
import { blankRule } from '#app/rules/blank-rule.ts'
import { mentionsOf } from '#app/rules/mentions.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import type { Rule } from '#app/rules/rule.ts'
import { findRule } from '#app/rules/versions/store-rules.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import type { RuleAnswer } from './rule-answer.ts'
import { RulePage } from './rule-page.tsx'
import { removeRule, saveRuleAt } from './save-rule-at.server.ts'

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

/** PUT saves the rule in the body, DELETE removes the rule of the path. The shop follows once it is published. */
export async function action(args: ActionFunctionArgs): Promise<RuleAnswer> {
  return args.request.method === 'DELETE' ? removeRule(await merchantOf(args.request), args.params['id'] as RuleId) : save(args)
}

const wanted = { schema: saving, mostBytes: MOST_BYTES, refused: 'This is no rule with what it was before' }
const save = merchantAction(wanted, (rule, merchant, { params }) => saveRuleAt(params['id'], rule, merchant))

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
