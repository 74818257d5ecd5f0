import type { PoolClient } from 'pg'
import type { CustomerId, ShopId } from '#app/commerce/ids.ts'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import { FIRST_SHARE } from './epochs.ts'
import { beginEpoch, readMeasurement } from './measurement.server.ts'

/**
 * Tells which customers are held out of what is personal: nothing is chosen for them, and they see what everybody does. Undefined where
 * the shop is not measured. It holds from the next training on, which is when the epoch begins.
 */
export async function heldOutOfPersonal(shop: ShopId): Promise<((customer: CustomerId) => boolean) | undefined> {
  const measurement = await readMeasurement(shop)
  if (!measurement) return undefined
  const share = measurement.epochs.personal.at(-1)?.share ?? FIRST_SHARE.personal
  const salt = saltOf(measurement.salt, 'personal')
  return (customer) => isHeldOut(salt, String(customer), share)
}

/** What comes next for customers is stored, for those alone who are not held out: where nobody was before, they are told apart from now on. */
export async function beginPersonal(client: PoolClient, shop: ShopId, now: Date): Promise<void> {
  const measurement = await readMeasurement(shop, client)
  const terms = measurement?.epochs['cross-sell'].at(-1)?.terms
  if (!measurement || !terms || measurement.epochs.personal.length > 0) return
  await beginEpoch(client, shop, 'personal', { number: 1, share: FIRST_SHARE.personal, terms, startsAt: now.getTime() })
}
