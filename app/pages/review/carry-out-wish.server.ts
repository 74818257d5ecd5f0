import type { Merchant } from '#app/kit/door/merchant.server.ts'
import { waitingIn } from '#app/publish/waiting.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { takeBack } from '#app/rules/document/take-back.server.ts'
import { bringBack } from '#app/rules/versions/bring-back.server.ts'
import { publishSet } from '#app/rules/versions/publish-set.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import type { ReviewAnswer } from './review-page.tsx'
import type { PublishWish } from './review-wish.ts'

export async function publish({ digest, on, why, only }: PublishWish, { id, staff }: Merchant): Promise<ReviewAnswer> {
  const now = new Date()
  const { changes, pages } = await waitingIn(id, now, only)
  const outcome = await publishSet(id, { digest, on, changes, pages }, { kind: 'staff', id: staff }, why, now, only)
  if (outcome.kind === 'published') await enqueue('publish', id)
  return outcome
}

export async function discard(_: unknown, { id }: Merchant): Promise<ReviewAnswer> {
  const brought = await bringBack(id, (await newestVersion(id)).number, new Date())
  if (brought.kind === 'too-much') return brought
  await enqueue('lint', id)
  return { kind: 'discarded' }
}

export async function takeBackFile(_: unknown, { id }: Merchant): Promise<ReviewAnswer> {
  const outcome = await takeBack(id, new Date())
  if (outcome.kind === 'too-much') return outcome
  if (outcome.kind !== 'taken-back') return { kind: 'changed-meanwhile' }
  await enqueue('lint', id)
  return { kind: 'taken-back' }
}
