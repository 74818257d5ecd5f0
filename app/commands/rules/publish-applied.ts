import type { ShopId } from '#app/commerce/ids.ts'
import { waitingIn } from '#app/publish/waiting.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { publishSet } from '#app/rules/versions/publish-set.server.ts'

/** Publishes exactly the set that was applied as the shop's next version. */
export async function publishApplied(shop: ShopId, set: RuleSet, why: string, now: Date): Promise<number> {
  const { on, changes, pages } = await waitingIn(shop, now)
  const outcome = await publishSet(shop, { digest: digestOf(set), on, changes, pages }, { kind: 'command' }, why, now)
  switch (outcome.kind) {
    case 'published':
      await enqueue('publish', shop)
      console.log(`Published version ${outcome.number}: ${pages} product pages change. The shop follows in a moment.`)
      return 0
    case 'nothing-waits':
      console.log('Nothing to publish: the shop shows this already.')
      return 0
    case 'changed-meanwhile':
      console.error('Applied, but not published: somebody has changed something meanwhile. Look at the plan, then apply again.')
      return 1
  }
}
