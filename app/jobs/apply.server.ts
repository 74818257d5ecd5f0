import { setTimeout as wait } from 'node:timers/promises'
import type { ShopId } from '#app/commerce/ids.ts'
import { dropWaiting, waitingDeliveries, type StoredDelivery } from '#app/inbox/inbox.server.ts'
import { recordFailure } from '#app/inbox/set-aside.server.ts'
import { failureOf } from '#app/platform/failure.ts'
import { log } from '#app/platform/log.server.ts'
import { applyPrivacy } from '#app/privacy/apply-privacy.server.ts'
import { forgetStranger } from '#app/privacy/forget.server.ts'
import { isUnderWay } from '#app/queue/is-under-way.server.ts'
import { isTransient } from '#app/queue/is-transient.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { InstallationEnded, type Installation } from '#app/shopify/installation.server.ts'
import { applyBatch } from './apply-batch.server.ts'

const BATCH = 500
/** Of a stream of deliveries so much is gathered before the next batch: a transaction costs nearly as much for one. */
const GATHER_MS = 1_000
/** So long a shop is served at a stretch (milliseconds): others wait for the same place. */
const TURN = 10_000
/** Before what failed is tried again. */
const PAUSE_SECONDS = 5
/** Before looking again whether what is being written has been. */
const ECHO_SECONDS = 1

/**
 * Applies the deliveries that wait in a shop's inbox, each exactly once. One that cannot be applied holds up no other: it
 * is tried again later, and in the end set aside. For a shop that is not with us, only what forgets is applied. While
 * something is being published, products are not listened to: nobody knows yet what of it is an echo, and what is none is
 * published no sooner. Where deliveries never end, another job goes on after ten seconds.
 */
export async function apply(shop: ShopId, signal: AbortSignal): Promise<void> {
  await applyPrivacy(shop)
  const isInstalled = await whileInstalled(shop, (installation) => applyWaiting(installation, signal))
  if (isInstalled) return
  await dropWaiting(shop)
  await forgetStranger(shop)
}

async function applyWaiting(installation: Installation, signal: AbortSignal): Promise<void> {
  const { shop } = installation
  const failed = new Set<string>()
  let again = false
  const began = performance.now()
  const isOver = () => performance.now() - began > TURN
  const applyOne = async (delivery: StoredDelivery): Promise<void> => {
    try {
      await applyBatch(installation, [delivery], signal)
    } catch (error) {
      if (signal.aborted || isTransient(error) || error instanceof InstallationEnded) throw error
      const why = error instanceof Error ? error.message : String(error)
      failed.add(keyOf(delivery))
      again = (await recordFailure(shop, delivery, failureOf(error))).again || again
      log.warn({ shop, topic: delivery.topic, why }, 'A delivery could not be applied')
    }
  }
  while (!isOver()) {
    // Called off, it is not done: whatever still waits needs a job to wait for.
    signal.throwIfAborted()
    await applyPrivacy(shop)
    const isWriting = await isUnderWay(shop, ['publish', 'copy'])
    const waiting = (await waitingDeliveries(shop, BATCH, !isWriting)).filter((delivery) => !failed.has(keyOf(delivery)))
    if (waiting.length === 0) break
    try {
      await applyBatch(installation, waiting, signal)
    } catch (error) {
      if (signal.aborted || isTransient(error) || error instanceof InstallationEnded) throw error
      for (const delivery of waiting) await applyOne(delivery)
    }
    if (waiting.length < BATCH && (await waitingDeliveries(shop, 1)).length > 0) await wait(GATHER_MS)
  }
  if (again && !isOver()) await enqueue('apply', shop, PAUSE_SECONDS)
  else if ((await waitingDeliveries(shop, 1)).length > 0) await enqueue('apply', shop, isOver() ? 0 : ECHO_SECONDS)
}

function keyOf({ topic, webhookId }: StoredDelivery): string {
  return `${topic} ${webhookId}`
}
