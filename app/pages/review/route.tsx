import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { discountsOf } from '#app/kit/discounts.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { pool } from '#app/platform/db.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { keepableText } from '#app/platform/keepable-text.ts'
import { waitingIn } from '#app/publish/waiting.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { lastApplied, undoable, type AppliedFile } from '#app/rules/document/applied-file.server.ts'
import { takeBack } from '#app/rules/document/take-back.server.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { bringBack } from '#app/rules/versions/bring-back.server.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { LONGEST_WHY } from '#app/rules/versions/maker.ts'
import { publishSet } from '#app/rules/versions/publish-set.server.ts'
import { countChanges } from '#app/rules/versions/rule-changes.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'
import { reviewOf } from '#app/wording/review.ts'
import { ReviewPage, type ReviewAnswer } from './review-page.tsx'

export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'
export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const MOST_CHOSEN = 10_000
const MOST_BYTES = 1_000_000

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

const wish = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('publish'),
    digest: z.string(),
    on: z.int().min(0),
    why: keepableText.max(LONGEST_WHY),
    only: z.strictObject({ rules: z.array(z.string().max(64)).max(MOST_CHOSEN), settings: z.boolean() }).optional(),
  }),
  z.strictObject({ kind: z.literal('discard') }),
  z.strictObject({ kind: z.literal('take-back') }),
])

/**
 * Publishes what was reviewed, or of it only the chosen changes, as the next version; puts what the shop shows in the place of what waits; or puts back what a
 * file replaced.
 */
export async function action({ request }: ActionFunctionArgs): Promise<ReviewAnswer> {
  const { id, staff } = await merchantOf(request)
  const read = wish.safeParse(await readJson(request, MOST_BYTES))
  if (!read.success) throw new Response('This is nothing that can be done with what waits', { status: 400 })
  const now = new Date()
  if (read.data.kind === 'discard') {
    const brought = await bringBack(id, (await newestVersion(id)).number, now)
    if (brought.kind === 'too-much') return brought
    await enqueue('lint', id)
    return { kind: 'discarded' }
  }
  if (read.data.kind === 'take-back') {
    const outcome = await takeBack(id, now)
    if (outcome.kind === 'too-much') return outcome
    if (outcome.kind !== 'taken-back') return { kind: 'changed-meanwhile' }
    await enqueue('lint', id)
    return { kind: 'taken-back' }
  }
  const { digest, on, why, only } = read.data
  const { changes, pages } = await waitingIn(id, now, only)
  const outcome = await publishSet(id, { digest, on, changes, pages }, { kind: 'staff', id: staff }, why, now, only)
  if (outcome.kind === 'published') await enqueue('publish', id)
  return outcome
}

export default function ReviewRoute() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />
}
