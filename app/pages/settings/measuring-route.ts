import type { ActionFunctionArgs } from '@remix-run/node'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { setMeasurement } from '#app/measure/arms/measurement.server.ts'
import { measuringChoice, type MeasuringChoice } from '#app/measure/arms/share-choices.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const loader = noSuchPage

const MOST_BYTES = 200

export interface MeasuringAnswer {
  readonly kind: 'saved'
  readonly chosen: MeasuringChoice
}

/** PUT decides how the shop is measured. It holds, and the storefront is told, once the job has run. */
export async function action({ request }: ActionFunctionArgs): Promise<MeasuringAnswer> {
  const { id } = await merchantOf(request)
  const read = measuringChoice.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that can be chosen', { status: 400 })
  await setMeasurement(id, read.data)
  await enqueue('measure', id)
  return { kind: 'saved', chosen: read.data }
}
