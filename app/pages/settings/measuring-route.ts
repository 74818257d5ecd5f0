import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { setMeasurement } from '#app/measure/arms/measurement.server.ts'
import { measuringChoice, type MeasuringChoice } from '#app/measure/arms/share-choices.ts'
import { enqueue } from '#app/queue/queue.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const loader = noSuchPage

const wanted = { schema: measuringChoice, mostBytes: 200, refused: 'This is nothing that can be chosen' }

export interface MeasuringAnswer {
  readonly kind: 'saved'
  readonly chosen: MeasuringChoice
}

/** PUT decides how the shop is measured. It holds, and the storefront is told, once the job has run. */
export const action = merchantAction(wanted, async (chosen, { id }): Promise<MeasuringAnswer> => {
  await setMeasurement(id, chosen)
  await enqueue('measure', id)
  return { kind: 'saved', chosen }
})
