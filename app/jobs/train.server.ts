import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { CustomerId, ShopId } from '#app/commerce/ids.ts'
import { beginPersonal, heldOutOfPersonal } from '#app/measure/arms/hold-out-personal.server.ts'
import { catalogFeatures } from '#app/models/catalog-features.ts'
import { loadTrainedRankers } from '#app/models/snapshot/load-trained-rankers.server.ts'
import { storeModel, type Trained } from '#app/models/snapshot/store-snapshot.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { recordTraining } from '#app/queue/training-progress.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { storeCustomers } from '#app/serve/snapshots/store-customers.server.ts'
import { readBasketLog } from '#app/signals/read-basket-log.server.ts'
import { learn } from './learn.server.ts'
import { trainApart } from './train-apart.server.ts'

/** Trains the shop's models on its own orders, then has the slots filled anew and rules proposed. */
export async function train(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const isStored = await learn(
      installation,
      () => trainOnOrders(shop, signal),
      async (client, trained) => {
        await storeModel(client, shop, trained)
        await storeCustomers(client, shop, trained.customers)
        await beginPersonal(client, shop, new Date())
      },
    )
    if (!isStored) return enqueue('train', shop)
    await enqueue('publish', shop)
    await enqueue('propose', shop)
  })
}

async function trainOnOrders(shop: ShopId, signal: AbortSignal): Promise<Trained> {
  const now = Date.now()
  const done = { read: 0, total: 0 }
  const reading = (read: number, total: number) => recordTraining(shop, { step: 'reading', ...Object.assign(done, { read, total }) })
  const [{ log, customerIds }, catalog, before, isHeldOut] = await Promise.all([
    readBasketLog(shop, now, reading),
    loadCatalog(shop, now),
    loadTrainedRankers(shop),
    heldOutOfPersonal(shop),
  ])
  const heldOut = isHeldOut && Uint8Array.from(customerIds, (id) => Number(isHeldOut(id as CustomerId)))
  return trainApart(
    { log, customerIds, features: catalogFeatures(log.products, catalog), before, ...(heldOut && { heldOut }) },
    (step) => recordTraining(shop, { step, ...done }),
    signal,
  )
}
