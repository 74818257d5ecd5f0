import type { LoaderFunctionArgs } from '@remix-run/node'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { csvRow } from '#app/wording/write-csv.ts'
import { loadResults } from './load-results.server.ts'

/** Every figure of the board as a file: amounts in the currency's minor units. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const results = await loadResults(id)
  const rows = [csvRow(['what', 'shown', 'held_out', 'effect', 'low', 'high', 'visitors'])]
  for (const one of [
    results?.board?.headline,
    results?.board?.raw,
    ...(results?.board?.safeguards ?? []),
    ...(results?.board?.parts ?? []),
  ])
    if (one) rows.push(csvRow([one.name, one.shown, one.heldOut, one.effect, one.interval.low, one.interval.high, null]))
  for (const { scope, effect, visitors } of [...(results?.rules ?? []), ...(results?.placements ?? [])])
    rows.push(csvRow([scope, null, null, effect?.value ?? null, effect?.low ?? null, effect?.high ?? null, visitors]))
  for (const { day, effect, low, high, visitors } of results?.ribbon ?? [])
    rows.push(csvRow([day, null, null, effect, low, high, visitors]))
  return new Response(rows.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="results.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
