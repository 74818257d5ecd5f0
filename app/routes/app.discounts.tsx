import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DiscountsPage } from '#app/pages/discounts/discounts-page.tsx'
import { discountsOf } from '#app/admin/discounts.server.ts'
import { merchantOf } from './merchant.server.ts'

export { RouteError as ErrorBoundary } from '#app/admin/route-error.tsx'

/** Shopify leads here from its own page of discounts as well. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop } = await merchantOf(request)
  return discountsOf(id, shop, new Date())
}

export default function Discounts() {
  return <DiscountsPage {...useLoaderData<typeof loader>()} />
}
