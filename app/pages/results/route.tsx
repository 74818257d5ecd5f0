import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { loadResults } from './load-results.server.ts'
import { ResultsPage } from './results-page.tsx'

export const clientLoader = stayingLoader()

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  return { results: (await loadResults(id)) ?? null }
}

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
