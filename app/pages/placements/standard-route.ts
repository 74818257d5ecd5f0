import { z } from 'zod'
import { recordChanged } from '#app/catalog/changes.server.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { INTENTS } from '#app/publish/standard/standard-lists.ts'
import { switchIntent } from '#app/publish/standard/standard-switch.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { lockShop } from '#app/shopify/installation.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const loader = noSuchPage

const wanted = {
  schema: z.strictObject({ intent: z.enum(INTENTS), isOn: z.boolean() }),
  mostBytes: 200,
  refused: 'This is nothing that can be switched',
}

/** PUT switches the writing of one of Shopify's own lists on or off. What is live is written to it, or taken back from it, at once. */
export const action = merchantAction(wanted, async ({ intent, isOn }, { id }) => {
  await inTransaction(async (client) => {
    await lockShop(client, id)
    await switchIntent(client, id, intent, isOn)
    // Every product is looked at, not those alone that have changed.
    await recordChanged(client, id, 'any')
    await enqueueWith(client, 'publish', id)
  })
  return { kind: 'switched' }
})
