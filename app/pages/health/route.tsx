import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listSetAside, tryAgain } from '#app/inbox/set-aside.server.ts'
import { merchantActionByKind } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { usePolling } from '#app/kit/requests/use-polling.ts'
import { pixelStateOf } from '#app/publish/pixel/pixel-state.server.ts'
import { healthOf, retryJob, stopJob } from '#app/queue/job-health.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { HealthPage } from './health-page.tsx'
import { listIncomparable, listLeftOut } from './left-out.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const MOST_SHOWN = 20
const wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stop'), id: z.guid() }),
  z.object({ kind: z.literal('again'), id: z.guid() }),
  z.object({ kind: z.literal('apply-again') }),
])

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const [health, setAside, leftOut, facts, pixel] = await Promise.all([
    healthOf(id),
    listSetAside(id, MOST_SHOWN),
    listLeftOut(id, MOST_SHOWN),
    listIncomparable(id),
    pixelStateOf(id),
  ])
  return { ...health, leftOut, facts, pixel, setAside: setAside.map((one) => ({ ...one, lastAt: one.lastAt.toISOString() })) }
}

/** POST stops a job, asks again for one that ended, or has what was set aside applied again. What is over already stays so. */
export const action = merchantActionByKind(
  { schema: wish, mostBytes: 10_000 },
  {
    stop: async ({ id }, { id: shop }) => ({ done: await stopJob(shop, id) }),
    again: async ({ id }, { id: shop }) => ({ done: await retryJob(shop, id) }),
    'apply-again': async (_, { id: shop }) => {
      await tryAgain(shop)
      await enqueue('apply', shop)
      return { done: true }
    },
  },
)

export default function HealthRoute() {
  const data = useLoaderData<typeof loader>()
  const busy = data.running.length + data.waiting.length > 0
  usePolling(busy ? 2_000 : 10_000)
  return <HealthPage {...data} />
}
