import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { COPY_LOCALES } from '#app/copy/sentences/locale.ts'
import { readCopySetting } from '#app/copy/setting.server.ts'
import { merchantAction } from '#app/kit/door/merchant-action.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { carryOut, touchesCards } from './carry-out-wish.server.ts'
import { CopyPage } from './copy-page.tsx'
import { copyWish, type CopyAnswer } from './copy-wish.ts'
import { loadCopy } from './load-copy.server.ts'

export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'

export const clientLoader = stayingLoader()

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, staff } = await merchantOf(request)
  const wanted = new URL(request.url).searchParams.get('language')
  const locale = COPY_LOCALES.find((one) => one === wanted) ?? (await readCopySetting(id)).language
  return loadCopy(id, locale, staff)
}

/** POST decides what is said of products; the storefront follows within seconds. */
export const action = merchantAction({ schema: copyWish, mostBytes: 1_000_000 }, async (wish, { id, staff }): Promise<CopyAnswer> => {
  const faults = await carryOut(id, staff, wish)
  if (faults.length > 0) return { kind: 'refused', faults }
  await enqueue('copy', id)
  if (touchesCards(wish)) await enqueue('publish', id)
  return { kind: 'done' }
})

export default function Words() {
  return <CopyPage {...useLoaderData<typeof loader>()} />
}
