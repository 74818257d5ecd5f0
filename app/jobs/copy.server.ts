import { SHOP_PAGE, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { learnAngles } from '#app/copy/angles/learn-angles.ts'
import { learnChoices } from '#app/copy/angles/learn-choices.ts'
import type { KnownProduct } from '#app/copy/known-products.ts'
import { approvedSentences } from '#app/copy/publishing/approved.ts'
import { publishCopy } from '#app/copy/publishing/publish-copy.server.ts'
import { isCopyPublished } from '#app/copy/publishing/published-copy.server.ts'
import { wantedCopy } from '#app/copy/publishing/wanted-copy.ts'
import { readKnown } from '#app/copy/read-known.server.ts'
import { readSentences } from '#app/copy/sentences/sentence-store.server.ts'
import { changeCopySetting, readCopySetting } from '#app/copy/setting.server.ts'
import { log } from '#app/platform/log.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { readBasketLog } from '#app/signals/read-basket-log.server.ts'
import { readChoices } from '#app/signals/storefront-events/read-choices.server.ts'

/** What shoppers go by changes over weeks: it is learnt anew once a night. */
const LEARN_EVERY = 20 * 60 * 60 * 1000

/** Has the shop's products spoken of as people have approved it, on facts as they are now; what no longer holds is taken back. */
export async function copy(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async () => {
    const { isOn, language, never, ...setting } = await readCopySetting(shop)
    if (!isOn && !(await isCopyPublished(shop))) return
    const now = Date.now()
    const [{ catalog, ...read }, sentences] = await Promise.all([readKnown(shop, now), readSentences(shop, ['approved'])])
    const known = isOn ? read.known : []
    const isStale = isOn && now - (setting.learntAt?.getTime() ?? 0) > LEARN_EVERY
    const angles = isStale ? await learn(shop, known, now) : setting.angles
    const wanted = wantedCopy({ known, angles, sentences: approvedSentences(sentences), language, never })
    const isHeld = (product: ProductId) => product === SHOP_PAGE || catalog.indexOf(product) !== undefined
    const { written, deleted } = await publishCopy(shop, () => adminOf(shop), wanted, isHeld, signal)
    if (written + deleted > 0) log.info({ shop, written, deleted }, 'Product copy published')
  })
}

async function learn(shop: ShopId, known: readonly KnownProduct[], now: number) {
  const [{ log: baskets }, choices] = await Promise.all([readBasketLog(shop, now, () => Promise.resolve()), readChoices(shop)])
  const byId = new Map(known.map((one) => [one.product.id, one]))
  const bought = baskets.products.map((id) => byId.get(id))
  const angles = learnAngles(
    baskets,
    (item) => bought[item]?.product.type,
    (item) => bought[item]?.facts ?? [],
    learnChoices(
      choices,
      (id) => byId.get(id)?.product.type,
      (id) => byId.get(id)?.facts ?? [],
    ),
  )
  await changeCopySetting(shop, { angles }, new Date(now))
  return angles
}
