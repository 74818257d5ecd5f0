import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { recordChanged } from '#app/catalog/changes.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { INTENTS } from '#app/publish/standard/standard-lists.ts'
import { switchIntent } from '#app/publish/standard/standard-switch.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { lockShop } from '#app/shopify/installation.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const loader = noSuchPage

const MOST_BYTES = 200
const wish = z.strictObject({ intent: z.enum(INTENTS), isOn: z.boolean() })

/** PUT switches the writing of one of Shopify's own lists on or off. What is live is written to it, or taken back from it, at once. */
export async function action({ request }: ActionFunctionArgs) {
  const { id } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that can be switched', { status: 400 })
  const { intent, isOn } = read.data
  await inTransaction(async (client) => {
    await lockShop(client, id)
    await switchIntent(client, id, intent, isOn)
    // Every product is looked at, not those alone that have changed.
    await recordChanged(client, id, 'any')
    await enqueueWith(client, 'publish', id)
  })
  return { kind: 'switched' }
}
