import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useRouteError, type ShouldRevalidateFunction } from '@remix-run/react'
import { NavMenu } from '@shopify/app-bridge-react'
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url'
import { AppProvider } from '@shopify/shopify-app-remix/react'
import { boundary } from '@shopify/shopify-app-remix/server'
import { PLANS } from '#app/commerce/placement.ts'
import { shopOf, visitorOf } from '#app/kit/door/merchant.server.ts'
import longNameStyles from '#app/kit/long-names.css?url'
import { PlanProvider } from '#app/kit/plan.tsx'
import { ConnectionBanner } from '#app/kit/requests/connection-banner.tsx'
import { UndoProvider } from '#app/kit/undo.tsx'
import { WordsProvider } from '#app/kit/use-words.tsx'
import english from '#app/wording/locales/en.json'
import { PageAtWork } from './page-at-work.tsx'

/** ISO 4217's code for it. */
const NO_CURRENCY = 'XXX'

export const links = () => [polarisStyles, longNameStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await visitorOf(request)
  const { leaving } = visitor
  // A shop that had everything removed has no currency that we would know of, and no page that shows an amount.
  const shop = leaving ? undefined : await shopOf(visitor)
  return {
    currency: shop?.currency ?? NO_CURRENCY,
    plan: PLANS.find((plan) => plan === shop?.plan) ?? 'standard',
    leaving: leaving !== undefined,
    words: english,
    language: 'en',
  }
}

/** Who the merchant is does not change while the admin is open. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false

export default function Admin() {
  const { words, language, currency, plan, leaving } = useLoaderData<typeof loader>()
  return (
    // App Bridge stands in the head already.
    <AppProvider isEmbeddedApp={false} apiKey="">
      <WordsProvider words={words} language={language} currency={currency}>
        {!leaving && (
          <NavMenu>
            <Link to="/app" rel="home">
              {words['nav.home']}
            </Link>
            <Link to="/app/rules">{words['nav.rules']}</Link>
            <Link to="/app/findings">{words['nav.findings']}</Link>
            <Link to="/app/proposals">{words['nav.proposals']}</Link>
            <Link to="/app/placements">{words['nav.placements']}</Link>
            <Link to="/app/discounts">{words['nav.discounts']}</Link>
            <Link to="/app/products">{words['nav.products']}</Link>
            <Link to="/app/preview">{words['nav.preview']}</Link>
            <Link to="/app/history">{words['nav.history']}</Link>
            <Link to="/app/models">{words['nav.models']}</Link>
            <Link to="/app/settings">{words['nav.settings']}</Link>
            <Link to="/app/health">{words['nav.health']}</Link>
            <Link to="/app/privacy">{words['nav.privacy']}</Link>
          </NavMenu>
        )}
        <main>
          <PlanProvider value={plan}>
            <UndoProvider>
              <PageAtWork />
              <ConnectionBanner />
              <Outlet />
            </UndoProvider>
          </PlanProvider>
        </main>
      </WordsProvider>
    </AppProvider>
  )
}

export function ErrorBoundary() {
  return boundary.error(useRouteError())
}

export const headers: HeadersFunction = (args) => boundary.headers(args)
