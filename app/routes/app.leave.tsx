import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { z } from 'zod'
import { LeavePage } from '#app/admin/leave-page.tsx'
import { countData } from '#app/admin/privacy.server.ts'
import { readJson } from '#app/ingest/read-json.server.ts'
import { askToLeave, comeBack, endVisit } from '#app/jobs/leaving.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { visitorOf } from './merchant.server.ts'

const MOST_BYTES = 1_000
const body = z.object({ wish: z.enum(['leave', 'again', 'come-back']) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, leaving } = await visitorOf(request)
  // The token that this visit brought along is all that is left of the shop.
  if (leaving?.phase === 'done') await endVisit(id)
  return { leaving: leaving ?? null, counts: await countData(id) }
}

/** POST asks for everything to be removed, asks once more after a failure, or begins anew after it was done. */
export async function action({ request }: ActionFunctionArgs) {
  const { id, redirect } = await visitorOf(request)
  const read = body.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that can be done here', { status: 400 })
  if (read.data.wish === 'come-back') {
    await comeBack(id)
    throw redirect('/app')
  }
  await askToLeave(id)
  await enqueue('leave', id)
  return { kind: 'asked' }
}

export default function Leave() {
  const { leaving, counts } = useLoaderData<typeof loader>()
  const { revalidate, state } = useRevalidator()
  const busy = leaving !== null && leaving.phase !== 'done' && leaving.phase !== 'failed'
  useEffect(() => {
    if (!busy) return
    const again = setInterval(() => state === 'idle' && revalidate(), 1_000)
    return () => clearInterval(again)
  }, [busy, revalidate, state])
  return <LeavePage leaving={leaving} counts={counts} />
}
