import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listedVersion } from '#app/kit/changes/listed-version.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { bringBack, type BroughtBack } from '#app/rules/versions/bring-back.server.ts'
import { canonical } from '#app/rules/versions/canonical.ts'
import { countVersions, findVersion, listVersions, newestVersion } from '#app/rules/versions/versions.server.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { loadShopContext } from '#app/slots/load-shop-context.server.ts'
import { reviewOf } from '#app/wording/review.ts'
import { VersionPage } from './version-page.tsx'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

const missing = () => new Response('There is no such version', { status: 404 })

/** The number in the address, from 1. Throws the Response that belongs to anything else. */
function numberIn(text = ''): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw missing()
  return Number(text)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, shop, staff, words } = await merchantOf(request)
  const number = numberIn(params['number'])
  const [version, before, [note], newest, live, working] = await Promise.all([
    findVersion(id, number),
    findVersion(id, number - 1),
    listVersions(id, number, 1),
    countVersions(id),
    newestVersion(id),
    readWorkingSet(id),
  ])
  if (!version || !before || !note) throw missing()
  const stock = await loadShopContext(id, new Date())
  const asked = readPart(request.url)
  const context = { ...words, catalog: stock.catalog }
  return {
    version: listedVersion(note, staff, newest),
    review: reviewOf(before.set, version.set, stock, asked, context),
    sought: asked.sought,
    timezone: shop.timezone,
    isWorkedOn: canonical(working) === canonical(version.set),
    changesWait: canonical(working) !== canonical(live.set),
  }
}

/** POST puts the version in the place of what merchants work on: its review follows, and then its publishing. */
export async function action({ request, params }: ActionFunctionArgs): Promise<BroughtBack> {
  const { id } = await merchantOf(request)
  const outcome = await bringBack(id, numberIn(params['number']), new Date())
  if (outcome.kind === 'no-such-version') throw missing()
  if (outcome.kind === 'brought-back') await enqueue('lint', id)
  return outcome
}

export default function VersionRoute() {
  return <VersionPage {...useLoaderData<typeof loader>()} />
}
