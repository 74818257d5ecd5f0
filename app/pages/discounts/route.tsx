import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discountsOf } from '#app/kit/discounts.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { DiscountsPage } from './discounts-page.tsx'

export const clientLoader = stayingLoader()

/** Shopify leads here from its own page of discounts as well. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop } = await merchantOf(request)
  return discountsOf(id, shop, new Date())
}

export default function Discounts() {
  return <DiscountsPage {...useLoaderData<typeof loader>()} />
}
