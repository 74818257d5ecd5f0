import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteError, type ShouldRevalidateFunction } from '@remix-run/react'
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url'
import { AppProvider } from '@shopify/shopify-app-remix/react'
import { boundary } from '@shopify/shopify-app-remix/server'
import { useRef } from 'react'
import { PLANS } from '#app/commerce/placement.ts'
import { isOnPhone } from '#app/kit/door/is-on-phone.ts'
import { shopOf, visitorOf } from '#app/kit/door/merchant.server.ts'
import longNameStyles from '#app/kit/long-names.css?url'
import { PhoneProvider } from '#app/kit/phone.tsx'
import { PlanProvider } from '#app/kit/plan.tsx'
import { ConnectionBanner } from '#app/kit/requests/connection-banner.tsx'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { UndoProvider } from '#app/kit/undo.tsx'
import { WordsProvider } from '#app/kit/use-words.tsx'
import { WaitingProvider } from '#app/kit/waiting.ts'
import { ZoneProvider } from '#app/kit/zone.ts'
import { countWaiting } from '#app/rules/versions/count-waiting.server.ts'
import { Navigation } from './navigation.tsx'
import { PageAtWork } from './page-at-work.tsx'
import { SectionTabs } from './section-tabs.tsx'
import { useFocusKept } from './use-focus-kept.ts'

export const links = () => [polarisStyles, longNameStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await visitorOf(request)
  const { leaving } = visitor
  // A shop that had everything removed has no currency that we would know of, and no page that shows an amount.
  const shop = leaving ? undefined : await shopOf(visitor)
  return {
    currency: shop?.currency,
    plan: PLANS.find((plan) => plan === shop?.plan) ?? 'standard',
    leaving: leaving !== undefined,
    timezone: shop?.timezone ?? 'UTC',
    onPhone: isOnPhone(request),
    waiting: shop ? await countWaiting(visitor.id) : 0,
  }
}

export const clientLoader = stayingLoader('frame')

/** Who the merchant is does not change while the admin is open, and what waits changes only by what they do. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) => formMethod !== undefined && formMethod !== 'GET'

export default function Admin() {
  const { currency, plan, leaving, timezone, onPhone, waiting } = useLoaderData<typeof loader>()
  const main = useRef<HTMLElement>(null)
  useFocusKept(main)
  return (
    // App Bridge stands in the head already.
    <AppProvider isEmbeddedApp={false} apiKey="">
      <WordsProvider currency={currency}>
        {!leaving && <Navigation />}
        <main ref={main}>
          <PlanProvider value={plan}>
            <ZoneProvider value={timezone}>
              <PhoneProvider onPhone={onPhone}>
                <WaitingProvider value={waiting}>
                  <UndoProvider>
                    <PageAtWork />
                    <ConnectionBanner />
                    {!leaving && <SectionTabs />}
                    <Outlet />
                  </UndoProvider>
                </WaitingProvider>
              </PhoneProvider>
            </ZoneProvider>
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
