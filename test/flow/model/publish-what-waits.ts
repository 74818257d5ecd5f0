import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { publishSet } from '#app/rules/versions/publish-set.server.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'

/** Makes a version of what the merchant works on, as the review does. False where nothing waits. */
export async function publishWhatWaits(shop: ShopId): Promise<boolean> {
  const [set, live] = [await readWorkingSet(shop), await newestVersion(shop)]
  const reviewed = { digest: digestOf(set), on: live.number, changes: 1, pages: 1 }
  const outcome = await publishSet(shop, reviewed, { kind: 'staff', id: 1 as StaffId }, '', new Date())
  return outcome.kind === 'published'
}
