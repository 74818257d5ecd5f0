import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discountsOf } from '#app/kit/discounts.server.ts'
import { merchantActionByKind } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { pool } from '#app/platform/db.server.ts'
import { lastApplied, undoable, type AppliedFile } from '#app/rules/document/applied-file.server.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { countChanges } from '#app/rules/versions/rule-changes.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'
import { reviewOf } from '#app/wording/review.ts'
import { discard, publish, takeBackFile } from './carry-out-wish.server.ts'
import { ReviewPage } from './review-page.tsx'
import { reviewWish } from './review-wish.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const wanted = { schema: reviewWish, mostBytes: 1_000_000, refused: 'This is nothing that can be done with what waits' }

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, words } = await merchantOf(request)
  const asked = readPart(request.url)
  const [set, live, stock, file, discounts] = await Promise.all([
    readWorkingSet(id),
    newestVersion(id),
    loadShopContext(id, new Date()),
    lastApplied(pool, id),
    discountsOf(id, shop, new Date()),
  ])
  const context = { ...words, catalog: stock.catalog }
  return {
    review: reviewOf(live.set, set, stock, asked, context),
    sought: asked.sought,
    withoutDiscount: discounts.classes.flatMap(({ rules }) =>
      rules.flatMap(({ why, ...rest }) => (why === null || why === 'not-published' ? [] : [{ ...rest, why }])),
    ),
    digest: digestOf(set),
    on: live.number,
    applied: appliedTo(set, file),
  }
}

/** The last file, where it can be taken back. */
function appliedTo(set: RuleSet, file: AppliedFile | undefined) {
  if (!file || undoable(file, set) !== 'undoable') return null
  return { at: file.at.toISOString(), changes: countChanges(file.replaced, set) }
}

/**
 * Publishes what was reviewed, or of it only the chosen changes, as the next version; puts what the shop shows in the place of what waits; or puts back what a
 * file replaced.
 */
export const action = merchantActionByKind(wanted, { publish, discard, 'take-back': takeBackFile })

export default function ReviewRoute() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />
}
