import { waitingIn } from '#app/admin/waiting.server.ts'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { digestOf } from '#app/rules/digest.server.ts'
import { applyDocument } from '#app/rules/document/apply-document.server.ts'
import { publishSet } from '#app/rules/publish-set.server.ts'
import { ruleChanges, settingsDiffer } from '#app/rules/rule-changes.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { readDocumentFile } from './read-document-file.ts'

interface Wish {
  readonly publish: boolean
  readonly why: string
}

/** Puts the file in the place of what the shop's merchants work on, and publishes exactly that where it is asked for. */
export async function applyFile(shop: ShopId, file: string, { publish, why }: Wish): Promise<number> {
  const read = readDocumentFile(file)
  if (!read) return 1
  const now = new Date()
  const applied = await applyDocument(shop, read.document, await loadCatalog(shop, now.getTime()), now)
  if (applied.kind === 'refused') {
    read.refuse(applied.faults)
    return 1
  }
  const { before, after } = applied
  const changes = ruleChanges(before, after).length + Number(settingsDiffer(before, after))
  console.log(
    changes === 0
      ? 'Nothing changed: the file says what stood there.'
      : `Applied: ${changes === 1 ? '1 change' : `${changes} changes`} to the working set.`,
  )
  return publish ? publishApplied(shop, after, why, now) : 0
}

async function publishApplied(shop: ShopId, set: RuleSet, why: string, now: Date): Promise<number> {
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
