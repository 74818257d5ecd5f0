import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { markApplied, type StoredDelivery } from '#app/inbox/inbox.server.ts'
import { log } from '#app/platform/log.server.ts'
import { beginAnew, forgetShop, leaveShop } from './forget.server.ts'
import { letWait } from './gainsaid.server.ts'
import { judgeEnding, type Unconfirmed, type HeldShop, type Confirmation } from './judge-ending.ts'

const SAYS: Readonly<Record<Unconfirmed, string>> = {
  'still-in': 'A delivery wants a shop ended that the app is still in: nothing is deleted, the delivery waits',
  silent: 'A delivery wants a shop ended, and Shopify cannot be asked: nothing is deleted, the delivery waits',
  'too-soon': 'A shop is to be forgotten once its merchant has had 48 hours to come back: the delivery waits',
}

/** Does what follows from deliveries that want the shop left or forgotten, oldest first, as far as Shopify's own word bears it out. */
export async function endShop(
  client: PoolClient,
  shop: ShopId,
  deliveries: readonly StoredDelivery[],
  witness: Confirmation,
): Promise<void> {
  // They say nothing but what their topic says: one stands for all.
  const first = [...new Map(deliveries.toReversed().map((delivery) => [delivery.topic, delivery])).values()].toReversed()
  await markApplied(
    client,
    shop,
    deliveries.filter((delivery) => !first.includes(delivery)),
  )
  for (const delivery of first) {
    const { topic, kept } = delivery
    const wish = kept.kind === 'uninstalled' ? 'uninstalled' : 'redact-shop'
    const ending = judgeEnding(wish, await holdShop(client, shop), witness, delivery.receivedAt.getTime(), Date.now())
    switch (ending.kind) {
      case 'leave':
        await leaveShop(client, shop)
        if (ending.forMs > 0) await letWait(client, shop, delivery, 'too-soon', ending.forMs)
        else await markApplied(client, shop, [delivery])
        break
      case 'begin-anew':
        await beginAnew(client, shop, ending.installation)
        await markApplied(client, shop, [delivery])
        break
      case 'nothing':
        await markApplied(client, shop, [delivery])
        break
      case 'forget':
        await forgetShop(client, shop)
        log.info({ shop }, 'A shop was forgotten')
        break
      case 'wait':
        await letWait(client, shop, delivery, ending.doubt, ending.forMs)
        log[ending.doubt === 'too-soon' ? 'info' : 'error']({ shop, topic }, SAYS[ending.doubt])
        break
      default:
        return ending satisfies never
    }
  }
}

/** What we hold of the shop, kept as it is until the transaction ends; undefined where that is nothing. */
async function holdShop(client: PoolClient, shop: ShopId): Promise<HeldShop | undefined> {
  const { rows } = await client.query<{ leftAt: Date | null; installation: string | null; metAt: Date | null }>(
    'SELECT uninstalled_at AS "leftAt", installation, met_at AS "metAt" FROM shop WHERE id = $1 FOR NO KEY UPDATE',
    [shop],
  )
  const [held] = rows
  return held && { leftAt: held.leftAt?.getTime() ?? null, installation: held.installation, metAt: held.metAt?.getTime() ?? null }
}
