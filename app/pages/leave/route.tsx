import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { visitorAction } from '#app/kit/door/merchant-action.server.ts'
import { visitorOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { usePolling } from '#app/kit/requests/use-polling.ts'
import { countData } from '#app/privacy/count-data.server.ts'
import { requestRemoval, comeBack, endVisit } from '#app/privacy/leaving.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { LeavePage } from './leave-page.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const wanted = { schema: z.object({ wish: z.enum(['leave', 'again', 'come-back']) }), mostBytes: 1_000 }

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, leaving } = await visitorOf(request)
  // The token that this visit brought along is all that is left of the shop.
  if (leaving?.phase === 'done') await endVisit(id)
  return { leaving: leaving ?? null, counts: await countData(id) }
}

/** POST asks for everything to be removed, asks once more after a failure, or begins anew after it was done. */
export const action = visitorAction(wanted, async ({ wish }, { id, redirect }) => {
  if (wish === 'come-back') {
    await comeBack(id)
    throw redirect('/app')
  }
  await requestRemoval(id)
  await enqueue('leave', id)
  return { kind: 'asked' }
})

export default function Leave() {
  const { leaving, counts } = useLoaderData<typeof loader>()
  const busy = leaving !== null && leaving.phase !== 'done' && leaving.phase !== 'failed'
  usePolling(busy ? 1_000 : null)
  return <LeavePage leaving={leaving} counts={counts} />
}
