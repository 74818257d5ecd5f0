import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BlockStack, Page } from '@shopify/polaris'
import { z } from 'zod'
import type { ShopId } from '#app/commerce/ids.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import type { RulesAnswer } from '#app/kit/rules-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { readOtherDiscounts } from '#app/publish/deals/discount-store.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { moveRule, placeRule } from '#app/rules/move-rule.ts'
import { newRuleId } from '#app/rules/new-rule-id.server.ts'
import { placeBehind } from '#app/rules/place.ts'
import { BULK_ACTIONS, bulkEdits, ruleEditsSchema, type BulkAction, type RuleEdit } from '#app/rules/versions/rule-edit.ts'
import { editRules, lastChanges } from '#app/rules/versions/store-rules.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadLinted } from '#app/slots/load-linted.server.ts'
import { RULE_FILTERS } from './rule-filter.tsx'
import { RuleList } from './rule-list.tsx'
import { rulesPage } from './rules-page.ts'

export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'
export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

/** Undoing what was done to a thousand large rules. */
const MOST_BYTES = 20_000_000

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, words } = await merchantOf(request)
  const { sought, part } = readPart(request.url)
  const show = new URL(request.url).searchParams.get('show')
  const filter = RULE_FILTERS.find((one) => one === show) ?? 'all'
  const [{ set, catalog, linted }, live, changedAt] = await Promise.all([
    readOtherDiscounts(id).then((others) => loadLinted(id, new Date(), others)),
    newestVersion(id),
    lastChanges(id),
  ])
  const context = { ...words, catalog }
  return {
    ...rulesPage(set, { live: live.set, linted, changedAt }, { sought, part, filter }, context),
    sought,
    filter,
    all: set.rules.length,
    timezone: shop.timezone,
  }
}

const wish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bulk'), action: z.enum(BULK_ACTIONS), ids: z.array(z.string()).max(1_000) }),
  z.strictObject({ kind: z.literal('move'), id: z.string().max(64), by: z.literal([-1, 1]) }),
  z.strictObject({ kind: z.literal('place'), id: z.string().max(64), side: z.enum(['before', 'behind']), beside: z.string().max(64) }),
  z.strictObject({ kind: z.literal('edit'), edits: ruleEditsSchema }),
])

/** Does the same with several rules, moves one or puts it beside another, or makes given edits, such as those that undo others. All of them, or none. */
export async function action({ request }: ActionFunctionArgs): Promise<RulesAnswer & { readonly action?: BulkAction | 'moved' }> {
  const { id, words } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('These are no changes to rules', { status: 400 })
  if (read.data.kind === 'edit') {
    const { edits } = read.data
    return makeEdits(id, edits)
  }
  const set = await readWorkingSet(id)
  if (read.data.kind === 'move') return { action: 'moved', ...(await makeEdits(id, moveRule(set.rules, read.data.id, read.data.by))) }
  if (read.data.kind === 'place') {
    const { id: placed, side, beside } = read.data
    return { action: 'moved', ...(await makeEdits(id, placeRule(set.rules, placed, side, beside))) }
  }
  const { action: bulk, ids } = read.data
  const rules = set.rules.filter((rule) => ids.includes(rule.id))
  const edits = bulkEdits(bulk, rules, {
    firstPlace: placeBehind(set.rules),
    newId: newRuleId,
    nameOf: (name) => words.say('rules.copy', { name }),
  })
  return { action: bulk, ...(await makeEdits(id, edits)) }
}

/** Makes the edits, or none of them, and has the rules looked through anew. */
async function makeEdits(shop: ShopId, edits: readonly RuleEdit[]): Promise<RulesAnswer> {
  const edited = await editRules(shop, edits, new Date())
  if (edited.kind !== 'done') return edited
  await enqueue('lint', shop)
  return { kind: 'done', edits }
}

export default function Rules() {
  const data = useLoaderData<typeof loader>()
  const { say } = useWords()
  return (
    <Page
      title={say('rules.title')}
      subtitle={say('rules.subtitle')}
      primaryAction={{ content: say('rules.new'), url: '/app/rules/new' }}
      secondaryActions={[
        { content: say('templates.open'), url: '/app/templates' },
        { content: say('import.open'), url: '/app/import' },
      ]}
    >
      <BlockStack gap="400">
        <WaitingBanner />
        <RuleList {...data} />
      </BlockStack>
    </Page>
  )
}
