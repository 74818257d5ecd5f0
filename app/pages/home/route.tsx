import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Banner, BlockStack, Layout, Page } from '@shopify/polaris'
import { tryAgain } from '#app/inbox/set-aside.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { pageInShop } from '#app/shopify/page-in-shop.server.ts'
import { proposalsOf } from '#app/kit/proposals/proposals.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { useAction } from '#app/kit/requests/use-action.ts'
import { usePolling } from '#app/kit/requests/use-polling.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { readCustomerBoard } from '#app/measure/boards/customers/count-customers.server.ts'
import { readVerdict } from '#app/measure/boards/read-board.server.ts'
import { flaggedRules } from '#app/measure/boards/rule-flags.server.ts'
import { env } from '#app/platform/env.server.ts'
import { OUR_FAULT } from '#app/platform/failure.ts'
import { awaitsChoice } from '#app/measure/comparisons/comparison-store.server.ts'
import { log } from '#app/platform/log.server.ts'
import { dropGainsaid, listGainsaid } from '#app/privacy/gainsaid.server.ts'
import { editorLink } from '#app/publish/editor-link.ts'
import { BLOCK, isBlockPlaced } from '#app/publish/placed-block.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { ACCESS_LOST } from '#app/queue/suspend-shop.server.ts'
import { PULL_STOPPED } from '#app/queue/sync-progress.server.ts'
import { countRulesWithFindings } from '#app/rules/lint/store-findings.server.ts'
import { countSold } from '#app/signals/count-sold.server.ts'
import { sayFailure } from '#app/wording/say-failure.ts'
import { complementsToOffer } from './complements-offer.server.ts'
import { FirstProposals } from './first-proposals.tsx'
import { GainsaidBanner } from './gainsaid-banner.tsx'
import { figuresOf } from './home.server.ts'
import { NeedsYou } from './needs-you.tsx'
import { ReachFigures } from './reach-figures.tsx'
import { ResultsCard } from './results-card.tsx'
import { SetupList } from './setup-list.tsx'
import { sinceYesterday } from './since-yesterday.server.ts'
import { SinceYesterdayCard } from './since-yesterday.tsx'
import { SoldCard } from './sold-card.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const FIRST_PROPOSALS = 5
/** Days over which the home page counts what was sold. */
const SOLD_DAYS = 30
const DAY = 86_400_000

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, admin, staff, words } = await merchantOf(request)
  const mayReadThemes = shop.scopes.includes('read_themes')
  const placed = mayReadThemes
    ? isBlockPlaced(admin).catch((error: Error) => {
        log.warn({ shop: id, why: error.message }, 'The theme could not be read')
        return undefined
      })
    : undefined
  const [figures, blockPlaced, rulesInNeed, gainsaid, sold, verdict, customers, flags, isCompared] = await Promise.all([
    figuresOf(id),
    placed,
    countRulesWithFindings(id),
    listGainsaid(id),
    countSold(id, new Date(Date.now() - SOLD_DAYS * DAY)),
    readVerdict(id),
    readCustomerBoard(id),
    flaggedRules(id),
    awaitsChoice(id),
  ])
  const isLive = figures.activeRules > 0 && figures.pages > 0
  const isFirstVisit = figures.trainedOn !== null && figures.activeRules === 0
  return {
    figures,
    rulesInNeed,
    costlyRules: flags.filter(({ pausedAt }) => pausedAt === null).length,
    isCompared,
    sold,
    yesterday: isLive ? await sinceYesterday(id, staff, flags, Date.now()) : null,
    // Nothing is said of what is not measured.
    results: verdict === undefined ? null : { verdict, cameBack: customers?.board.cameBack.at(-1) ?? null },
    gainsaid: gainsaid.map(({ topic, receivedAt }) => ({ topic, at: receivedAt.toISOString() })),
    proposals: isFirstVisit ? (await proposalsOf(id, words, shop.scopes, FIRST_PROPOSALS)).open : [],
    complements: isFirstVisit ? await complementsToOffer(id, admin) : 0,
    blockPlaced: blockPlaced ?? null,
    mayReadThemes,
    accessLost: figures.syncs.some(({ failure }) => failure === ACCESS_LOST),
    stopped: figures.syncs.some(({ failure }) => failure === PULL_STOPPED),
    seesAllOrders: shop.scopes.includes('read_all_orders'),
    editorUrl: editorLink({ template: 'product', block: BLOCK, target: 'mainSection' }, env.SHOPIFY_API_KEY),
    shopName: shop.name,
    pageUrl: figures.shownHandle === null ? null : pageInShop(id, figures.shownHandle),
  }
}

/**
 * What can be done here: read the shop's data again (a POST), apply again what was set aside (a PUT), or throw away what Shopify
 * gainsays (a DELETE).
 */
export async function action({ request }: ActionFunctionArgs) {
  const { id } = await merchantOf(request)
  if (request.method === 'PUT') {
    await tryAgain(id)
    await enqueue('apply', id)
  } else if (request.method === 'DELETE') {
    await dropGainsaid(id)
  } else {
    await enqueue('sync', id)
  }
  return { asked: true }
}

export default function Home() {
  const data = useLoaderData<typeof loader>()
  const { say } = useWords()
  const retry = useAction('/app?index')
  const { figures } = data
  const failed = figures.syncs.find((sync) => sync.phase === 'failed')
  const busy = !failed && (figures.syncs.length < 2 || figures.syncs.some((sync) => sync.phase !== 'done') || figures.trainedOn === null)

  usePolling(busy ? 1_000 : 10_000)

  const isSetUp = figures.activeRules > 0 && figures.pages > 0 && data.blockPlaced === true && !busy && !failed
  const setup = (
    <SetupList
      key="setup"
      figures={figures}
      blockPlaced={data.blockPlaced}
      mayReadThemes={data.mayReadThemes}
      seesAllOrders={data.seesAllOrders}
      editorUrl={data.editorUrl}
    />
  )
  return (
    <Page title={say('home.title', { shop: data.shopName })} subtitle={say('home.subtitle')}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {/* One banner: that somebody asked for everything to be deleted comes before all else. */}
            {failed && data.gainsaid.length === 0 && (
              <Banner
                tone="critical"
                title={say('home.sync-failed')}
                action={{
                  content: say('home.try-again'),
                  loading: retry.isBusy,
                  onAction: () => retry.send('post'),
                }}
              >
                <p>
                  {data.accessLost
                    ? say('home.access-lost')
                    : data.stopped
                      ? say('home.stopped')
                      : say('health.why', { why: sayFailure(failed.failure ?? OUR_FAULT, say) })}
                </p>
              </Banner>
            )}
            <GainsaidBanner gainsaid={data.gainsaid} />
            {!isSetUp && setup}
            <NeedsYou
              figures={figures}
              rulesInNeed={data.rulesInNeed}
              costlyRules={data.costlyRules}
              isCompared={data.isCompared}
              blockPlaced={data.blockPlaced}
              editorUrl={data.editorUrl}
              complements={data.complements}
            />
            {data.yesterday && <SinceYesterdayCard {...data.yesterday} />}
            {data.results && figures.pages > 0 && <ResultsCard {...data.results} />}
            {data.yesterday && <SoldCard sold={data.sold} days={SOLD_DAYS} />}
            {data.proposals.length > 0 && <FirstProposals proposals={data.proposals} />}
            {isSetUp && setup}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <ReachFigures figures={figures} blockPlaced={data.blockPlaced} pageUrl={data.pageUrl} />
        </Layout.Section>
      </Layout>
    </Page>
  )
}
