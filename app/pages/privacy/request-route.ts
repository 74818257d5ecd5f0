import type { LoaderFunctionArgs } from '@remix-run/node'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { heldFor } from '#app/privacy/data-requests.server.ts'
import { toCsv, toRows } from './held-lines.ts'

/** What we hold about the customer behind a request, as a file: `?as=csv` or `?as=json`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: shop, shop: facts } = await merchantOf(request)
  const lines = await heldFor(shop, params['id'] ?? '')
  if (!lines) throw new Response('There is no such request', { status: 404 })
  const rows = toRows(lines, facts.currency)
  const isCsv = new URL(request.url).searchParams.get('as') === 'csv'
  return new Response(isCsv ? toCsv(rows) : JSON.stringify(rows, null, 2), {
    headers: {
      'Content-Type': isCsv ? 'text/csv; charset=utf-8' : 'application/json',
      'Content-Disposition': `attachment; filename="data-request.${isCsv ? 'csv' : 'json'}"`,
      'Cache-Control': 'no-store',
    },
  })
}
