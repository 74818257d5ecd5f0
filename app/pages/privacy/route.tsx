import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BlockStack, Link, Page } from '@shopify/polaris'
import { z } from 'zod'
import { merchantActionByKind } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { keepableText } from '#app/platform/keepable-text.ts'
import { applyScopes } from '#app/privacy/apply-scopes.server.ts'
import { countData } from '#app/privacy/count-data.server.ts'
import { listRequests, markAnswered } from '#app/privacy/data-requests.server.ts'
import { AccessCard } from './access-card.tsx'
import { DataPlacesCard } from './data-places-card.tsx'
import { DataRequestsCard } from './data-requests-card.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), id: keepableText.max(100) }),
  z.object({ kind: z.literal('access-changed') }),
])

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop } = await merchantOf(request)
  const [counts, requests] = await Promise.all([countData(id), listRequests(id)])
  return { counts, requests, granted: shop.scopes }
}

/** POST marks a customer's request as answered, or looks at what Shopify lets the app do now and takes it up. */
export const action = merchantActionByKind(
  { schema: wish, mostBytes: 10_000 },
  {
    answered: async ({ id }, { id: shop }) => {
      if (!(await markAnswered(shop, id))) throw new Response('There is no such request', { status: 404 })
      return { kind: 'done' }
    },
    'access-changed': async (_, { id: shop, admin }, { request }) => {
      await applyScopes(shop, admin, request.signal)
      return { kind: 'done' }
    },
  },
)

export default function Privacy() {
  const { counts, requests, granted } = useLoaderData<typeof loader>()
  const { say } = useWords()
  return (
    <Page title={say('privacy.title')} subtitle={say('privacy.subtitle')}>
      <BlockStack gap="400">
        <DataRequestsCard requests={requests} />
        <AccessCard granted={granted} />
        <DataPlacesCard counts={counts} />
        <TitledCard title={say('privacy.leave')} help={say('privacy.leave.help')} gap="200">
          <Link url="/app/leave">{say('privacy.leave.link')}</Link>
        </TitledCard>
      </BlockStack>
    </Page>
  )
}
