import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId, StaffId } from '#app/commerce/ids.ts'
import { answer } from '#app/copy/approval/answer.server.ts'
import { approve, approveTemplates, approveWaiting, decline, rewrite } from '#app/copy/approval/decide.server.ts'
import type { CopyFault } from '#app/copy/checks/copy-fault.ts'
import { confirmFacts } from '#app/copy/facts/confirmed-store.server.ts'
import { readKnown } from '#app/copy/read-known.server.ts'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { changeCopySetting, readCopySetting } from '#app/copy/setting.server.ts'
import { beginRun, endRun, resumeRun } from '#app/copy/write/run-store.server.ts'
import { writingUnits } from '#app/copy/write/writing-units.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import type { CopyWish } from './copy-wish.ts'

/** Does what the merchant wishes; what is wrong with their words, where nothing was done. */
export async function carryOut(shop: ShopId, by: StaffId, wish: CopyWish): Promise<readonly CopyFault[]> {
  const who = { by, now: new Date() }
  switch (wish.kind) {
    case 'turn':
      await changeCopySetting(shop, { isOn: wish.isOn })
      return []
    case 'settings':
      await changeCopySetting(shop, { language: wish.language, never: wish.never })
      return []
    case 'approve':
      await approve(shop, wish.sentences, who)
      return []
    case 'approve-waiting':
      await approveWaiting(shop, wish.locale, who)
      return []
    case 'approve-templates':
      await approveTemplates(shop, who)
      return []
    case 'decline':
      await decline(shop, wish.sentences, who)
      return []
    case 'rewrite':
      return rewrite(shop, wish.sentence, wish.words, (await readCopySetting(shop)).never, who)
    case 'answer':
      await answer(shop, wish.locale, wish.word, wish.isTrue, by, who.now)
      return []
    case 'confirm': {
      const { product, facet, value } = wish
      if ((await loadCatalog(shop, who.now.getTime())).indexOf(product) === undefined)
        throw new Response('The shop has no such product', { status: 404 })
      await confirmFacts(shop, [{ product, facet, value, by: String(by), at: who.now.getTime() }])
      return []
    }
    case 'write':
      if (await beginWriting(shop, wish.locales, wish.mostTokens, who)) await enqueue('write', shop)
      return []
    case 'go-on-writing':
      await resumeRun(shop, wish.mostTokens)
      await enqueue('write', shop)
      return []
    case 'stop-writing':
      await endRun(shop, 'stopped', who.now)
      return []
    default:
      return wish satisfies never
  }
}

/** Whether cards may say something else after it: slots are published anew then. */
export function touchesCards(wish: CopyWish): boolean {
  switch (wish.kind) {
    case 'turn':
    case 'settings':
    case 'approve-templates':
    case 'confirm':
      return true
    case 'approve':
    case 'decline':
      return wish.sentences.some(({ tone }) => tone === 'card')
    case 'rewrite':
      return wish.sentence.tone === 'card'
    case 'approve-waiting':
    case 'answer':
    case 'write':
    case 'go-on-writing':
    case 'stop-writing':
      return false
    default:
      return wish satisfies never
  }
}

async function beginWriting(shop: ShopId, locales: readonly CopyLocale[], mostTokens: number, { by, now }: { by: StaffId; now: Date }) {
  const { known } = await readKnown(shop, now.getTime())
  const total = writingUnits(known, locales).length
  return total > 0 && beginRun(shop, { locales, total, mostTokens }, by, now)
}
