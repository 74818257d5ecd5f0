import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { waitingIn, type Waiting } from '#app/publish/waiting.server.ts'

export { answerOrNull as clientLoader } from '#app/kit/requests/stay.ts'

/** What waits to be published, in figures. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  return Response.json((await waitingIn(id, new Date())) satisfies Waiting)
}

/** Only what changes something is followed by another look: pages that poll do not have every product page filled each time. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) => formMethod !== undefined && formMethod !== 'GET'
