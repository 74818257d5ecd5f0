import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { carryOut } from './carry-out-wish.server.ts'
import { comparisonWish, type ComparisonAnswer } from './comparison-wish.ts'
import { ComparisonsPage } from './comparisons-page.tsx'
import { loadChoice, loadComparisons } from './load-comparisons.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  const asked = new URL(request.url).searchParams
  const comparisons = await loadComparisons(id)
  const isRunning = comparisons.some(({ ended }) => ended === null)
  return { comparisons, choice: isRunning ? null : await loadChoice(id, asked.get('rule'), asked.get('with'), new Date()) }
}

/** POST begins, stops or decides a comparison. What shoppers see follows within seconds, but for what waits to be published. */
export const action = merchantAction({ schema: comparisonWish, mostBytes: 1_000 }, async (wish, { id }): Promise<ComparisonAnswer> => {
  const why = await carryOut(id, wish, new Date())
  return why ? { kind: 'refused', why } : { kind: 'done', did: wish.kind }
})

export default function Comparisons() {
  return <ComparisonsPage {...useLoaderData<typeof loader>()} />
}
