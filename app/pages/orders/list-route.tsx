import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { loadLatest } from './load-story.server.ts'
import { OrdersPage } from './orders-page.tsx'

export const clientLoader = stayingLoader()

/** Orders that the page lists. */
const LISTED = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const stories = await loadLatest(id, LISTED)
  return {
    orders: stories.map(({ order, at, arm, isCancelled, lines }) => ({
      order,
      at,
      arm,
      isCancelled,
      sold: lines.flatMap(({ title, origin }) => (origin.kind === 'sold' ? [{ title, from: origin.from }] : [])),
    })),
  }
}

export default function Orders() {
  return <OrdersPage {...useLoaderData<typeof loader>()} />
}
