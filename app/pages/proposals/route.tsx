import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { merchantActionByKind } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { proposalsOf } from '#app/kit/proposals/proposals.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { firstSet } from '#app/rules/first-set/first-set.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { dismiss, draft, draftAll, draftFirst, reopen } from './carry-out-wish.server.ts'
import { proposalWish } from './proposal-wish.ts'
import { ProposalsPage } from './proposals-page.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const MOST = 30

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, words } = await merchantOf(request)
  const [catalog, { rules }] = await Promise.all([loadCatalog(id, Date.now()), readWorkingSet(id)])
  return {
    first: firstSet(catalog, rules),
    ...(await proposalsOf(id, words, shop.scopes, MOST)),
    seesAllOrders: shop.scopes.includes('read_all_orders'),
  }
}

/** POST makes a proposal a draft and leads to its builder, makes drafts of several and stays, dismisses it with a reason, or takes the dismissal back. */
export const action = merchantActionByKind(
  { schema: proposalWish, mostBytes: 10_000 },
  { draft, 'draft-all': draftAll, dismiss, reopen, first: draftFirst },
)

export default function Proposals() {
  return <ProposalsPage {...useLoaderData<typeof loader>()} />
}
