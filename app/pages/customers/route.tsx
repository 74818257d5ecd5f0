import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { readCustomerBoard } from '#app/measure/boards/customers/count-customers.server.ts'
import { CustomersPage } from './customers-page.tsx'

export const clientLoader = stayingLoader()

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const read = await readCustomerBoard(id)
  return { known: read ? { board: read.board, at: read.at.toISOString() } : null }
}

export default function Customers() {
  return <CustomersPage {...useLoaderData<typeof loader>()} />
}
