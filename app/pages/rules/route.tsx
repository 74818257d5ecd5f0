import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BlockStack, Page } from '@shopify/polaris'
import { merchantActionByKind } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'
import { readOtherDiscounts } from '#app/publish/deals/discount-store.server.ts'
import { lastChanges } from '#app/rules/versions/store-rules.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { loadLinted } from '#app/slots/load-linted.server.ts'
import { bulk, edit, move, place } from './carry-out-wish.server.ts'
import { RULE_FILTERS } from './rule-filter.tsx'
import { RuleList } from './rule-list.tsx'
import { rulesPage } from './rules-page.ts'
import { rulesWish } from './rules-wish.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

/** Undoing what was done to a thousand large rules. */
const MOST_BYTES = 20_000_000
const wanted = { schema: rulesWish, mostBytes: MOST_BYTES, refused: 'These are no changes to rules' }

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

/** Does the same with several rules, moves one or puts it beside another, or makes given edits, such as those that undo others. All of them, or none. */
export const action = merchantActionByKind(wanted, { bulk, move, place, edit })

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
