import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { z } from 'zod'
import { HealthPage } from '#app/admin/health-page.tsx'
import { listIncomparable, listLeftOut } from '#app/admin/left-out.server.ts'
import { readJson } from '#app/ingest/read-json.server.ts'
import { listSetAside, tryAgain } from '#app/ingest/set-aside.server.ts'
import { healthOf, retryJob, stopJob } from '#app/jobs/health.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { pixelStateOf } from '#app/publish/pixel-state.server.ts'
import { merchantOf } from './merchant.server.ts'

export { RouteError as ErrorBoundary } from '#app/admin/route-error.tsx'

const MOST_BYTES = 10_000
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
export async function action({ request }: ActionFunctionArgs) {
  const { id: shop } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that can be done here', { status: 400 })
  switch (read.data.kind) {
    case 'stop':
      return { done: await stopJob(shop, read.data.id) }
    case 'again':
      return { done: await retryJob(shop, read.data.id) }
    case 'apply-again':
      await tryAgain(shop)
      await enqueue('apply', shop)
      return { done: true }
  }
}

export default function HealthRoute() {
  const data = useLoaderData<typeof loader>()
  const { revalidate, state } = useRevalidator()
  const busy = data.running.length + data.waiting.length > 0

  useEffect(() => {
    const again = setInterval(() => state === 'idle' && document.visibilityState === 'visible' && revalidate(), busy ? 2_000 : 10_000)
    return () => clearInterval(again)
  }, [busy, revalidate, state])

  return <HealthPage {...data} />
}
